using Kvell.Domain.Common;

namespace Kvell.Web.Features.Users;

/// <summary>Roles as the screens name them.</summary>
public static class RoleWords
{
    public static string NameOf(UserRole role) => role switch
    {
        UserRole.Receiver => "Приёмщик",
        UserRole.FullRights => "Полные права",
        UserRole.Administrator => "Администратор",
        _ => role.ToString(),
    };

    /// <summary>What the role opens, for whoever hands it out.</summary>
    public static string MeaningOf(UserRole role) => role switch
    {
        UserRole.Receiver => "оформляет и выдаёт займы в своём филиале",
        UserRole.FullRights => "видит документы всех филиалов и журнал запросов, выдаёт займы",
        UserRole.Administrator => "заводит филиалы, ключи KVELL и пользователей",
        _ => "",
    };
}
