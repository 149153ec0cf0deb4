using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>What only the database can say against a group.</summary>
internal static class StoredRules
{
    public static async Task<IReadOnlyList<FieldRefusal>> CheckAsync(KvellDbContext db, GroupForm form, Branch branch, CancellationToken cancellationToken)
    {
        var refusals = new List<FieldRefusal>();
        var (key, own, number) = (form.Pledgor.DocumentKey, form.Pledgor.PledgorId, form.Pledgor.Number);
        if (!TypedText.IsBlank(number)
            && await db.Set<Pledgor>().AsNoTracking().FirstOrDefaultAsync(row => row.DocumentKey == key && row.Id != own, cancellationToken) is { } other)
        {
            refusals.Add(new FieldRefusal(WizardTab.Pledgor, FieldKeys.Number, "Номер",
                $"Этот документ записан на клиента {other.Name.Full}: откройте его", RefusalKind.Wrong));
        }

        if (form.Issue.CashAmount is { } cash && CashRefusal(cash, branch) is { } sentence)
            refusals.Add(new FieldRefusal(WizardTab.Documents, FieldKeys.Cash, "Наличные", sentence, RefusalKind.Wrong));
        return refusals;
    }

    /// <returns>Null: the drawer has it.</returns>
    public static string? CashRefusal(Money cash, Branch branch) =>
        cash > branch.CashBalance ? $"В кассе только {branch.CashBalance}: поставьте меньше" : null;
}
