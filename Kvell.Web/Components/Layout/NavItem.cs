using Kvell.Domain.Common;
using Kvell.Web.Components.Widgets;

namespace Kvell.Web.Components.Layout;

/// <summary>A line of the menu and the roles that may open it.</summary>
public sealed record NavItem(string Href, string Title, string Glyph, params UserRole[] Roles);

/// <summary>A part of the menu; the heading stands on the left edge or, inside another part, beside the titles.</summary>
public sealed record NavGroup(string? Section, string? Part, params NavItem[] Items);

/// <summary>The menu with the seed's paths: only what exists, and to each only what he may open.</summary>
public static class NavItems
{
    private static readonly NavItem TopUps = new("/top-ups", "Пополнение карты клиента", Glyphs.CreditCard, UserRole.Receiver, UserRole.FullRights, UserRole.Administrator);

    private static readonly NavGroup[] All =
    [
        new("Ломбард", null,
            new("/", "Рабочий стол", Glyphs.SpaceDashboard, UserRole.Receiver, UserRole.FullRights, UserRole.Administrator),
            new("/pledges/group", "Групповое формирование залогов", Glyphs.LibraryAdd, UserRole.Receiver, UserRole.FullRights),
            new("/pledges", "Операции по залогу", Glyphs.ReceiptLong, UserRole.Receiver, UserRole.FullRights, UserRole.Administrator),
            new("/cash", "Кассовая книга", Glyphs.AccountBalanceWallet, UserRole.Receiver, UserRole.FullRights),
            new("/blanks", "Бланки", Glyphs.Description, UserRole.Receiver, UserRole.FullRights, UserRole.Administrator),
            new("/tariffs", "Тарифы", Glyphs.Percent, UserRole.FullRights, UserRole.Administrator),
            new("/branches", "Филиалы", Glyphs.Store, UserRole.FullRights, UserRole.Administrator)),
        new(null, "Прочее", TopUps),
        new("Настройки и сервисы", null,
            new("/settings/policy", "Учетная политика ломбарда", Glyphs.Policy, UserRole.FullRights, UserRole.Administrator),
            new("/settings/bank", "Настройка бухгалтерии ювелирного ломбарда", Glyphs.AccountBalance, UserRole.Administrator),
            new("/request-log", "Логирование обращений к сервису", Glyphs.ListAlt, UserRole.FullRights, UserRole.Administrator),
            new("/users", "Пользователи", Glyphs.Group, UserRole.Administrator),
            new("/jobs", "Задания", Glyphs.Schedule, UserRole.Administrator)),
        new(null, "Настройки",
            new NavItem("/settings/general", "Общие настройки ломбарда", Glyphs.Tune, UserRole.FullRights, UserRole.Administrator)),
        new(null, "Документы", TopUps with { Roles = [UserRole.FullRights, UserRole.Administrator] }),
    ];

    private static readonly NavGroup Demo = new("Демонстрация", null,
        new NavItem("/emulator", "Эмулятор KVELL", Glyphs.Dns, UserRole.Receiver, UserRole.FullRights, UserRole.Administrator));

    /// <summary>Groups with nothing to open are left out.</summary>
    public static IReadOnlyList<NavGroup> For(Actor actor, bool isDemo) =>
    [
        .. (isDemo ? All.Append(Demo) : All)
            .Select(group => group with { Items = [.. group.Items.Where(item => item.Roles.Any(actor.Has))] })
            .Where(group => group.Items.Length > 0),
    ];

    /// <summary>The item whose address is the longest beginning of the page's.</summary>
    public static NavItem? Current(IEnumerable<NavGroup> groups, string path) => groups
        .SelectMany(group => group.Items)
        .Where(item => path == item.Href || (item.Href != "/" && path.StartsWith(item.Href + "/", StringComparison.Ordinal)))
        .MaxBy(item => item.Href.Length);
}
