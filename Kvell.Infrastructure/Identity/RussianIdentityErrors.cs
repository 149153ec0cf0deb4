using Kvell.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace Kvell.Infrastructure.Identity;

/// <summary>Identity's refusals, in sentences that say what to do.</summary>
public sealed class RussianIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        Say(nameof(PasswordTooShort), $"Пароль короче {Russian.Count(length, "знака", "знаков", "знаков")}: добавьте ещё.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Say(nameof(PasswordRequiresUniqueChars), $"В пароле меньше {Russian.Count(uniqueChars, "разного знака", "разных знаков", "разных знаков")}: такой легко подобрать.");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "Текущий пароль не подходит. Проверьте раскладку клавиатуры и Caps Lock.");

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "Пользователя только что изменил другой администратор. Откройте его заново.");

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), $"Имя «{userName}» уже занято: выберите другое.");

    public override IdentityError InvalidUserName(string? userName) =>
        Say(nameof(InvalidUserName), "Имя пользователя пишется латинскими буквами и цифрами, ещё можно точку, дефис и подчёркивание.");

    private static IdentityError Say(string code, string sentence) => new() { Code = code, Description = sentence };
}
