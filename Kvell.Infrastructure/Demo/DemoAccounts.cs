using Kvell.Domain.Common;

namespace Kvell.Infrastructure.Demo;

/// <summary>A demo account as the sign-in page and the console show it.</summary>
public sealed record DemoAccount(Guid Id, string UserName, string FullName, UserRole Role, Guid? BranchId, string Description);

public static class DemoAccounts
{
    public const string Password = "Kvell-demo-2026!";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        Account(1, "receiver", "Петрова Анна Сергеевна", UserRole.Receiver, DemoBranches.FirstId, "Приёмщик, Ломбард №1"),
        Account(2, "receiver2", "Кузнецов Павел Олегович", UserRole.Receiver, DemoBranches.SecondId, "Приёмщик, Ломбард №2"),
        Account(3, "fullrights", "Соколова Ирина Львовна", UserRole.FullRights, null, "Полные права"),
        Account(4, "fullrights2", "Волков Дмитрий Андреевич", UserRole.FullRights, null, "Полные права"),
        Account(5, "admin", "Лебедев Николай Петрович", UserRole.Administrator, null, "Администратор"),
    ];

    private static DemoAccount Account(int number, string userName, string fullName, UserRole role, Guid? branchId, string description) =>
        new(Guid.Parse($"0b1a9c5e-0000-4000-8000-0000000001{number:D2}"), userName, fullName, role, branchId, description);
}
