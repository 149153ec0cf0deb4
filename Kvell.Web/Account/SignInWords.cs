using Kvell.Domain.Common;
using Kvell.Infrastructure.Identity;

namespace Kvell.Web.Account;

/// <summary>Why somebody doesn't come in, or had to go.</summary>
internal static class SignInWords
{
    /// <summary>Values of the query's <c>why</c>.</summary>
    public const string Ended = "ended";
    public const string Closed = "closed";

    public const string Empty = "Введите имя пользователя и пароль.";
    public const string Wrong = "Имя пользователя или пароль не подходят. Проверьте раскладку клавиатуры и Caps Lock.";
    public const string Blocked = "Учётная запись заблокирована. Обратитесь к администратору.";
    public const string TooMany = "С этого компьютера слишком много неудачных попыток. Подождите минуту и войдите снова.";

    public static string LockedOut { get; } =
        $"Слишком много неудачных попыток. Вход закрыт на {Russian.Count(IdentityServices.LockoutTime.Minutes, "минуту", "минуты", "минут")}: подождите или обратитесь к администратору.";

    public static string? NoticeOf(string? why) => why switch
    {
        Ended => "Сеанс завершён администратором или с другого устройства. Войдите снова. Черновик сохранён.",
        Closed => "Рабочее место закрыто. Войдите, чтобы продолжить: черновик сохранён.",
        _ => null,
    };
}
