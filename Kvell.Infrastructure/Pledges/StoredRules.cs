using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace Kvell.Infrastructure.Pledges;

/// <summary>What only the database can say against a group.</summary>
public sealed class StoredRules(KvellReadinessCheck readiness, TimeProvider time)
{
    internal async Task<IReadOnlyList<FieldRefusal>> CheckAsync(KvellDbContext db, GroupForm form, Branch branch, CancellationToken cancellationToken)
    {
        var refusals = new List<FieldRefusal>();
        var (key, own, number) = (form.Pledgor.DocumentKey, form.Pledgor.PledgorId, form.Pledgor.Number);
        if (!TypedText.IsBlank(number)
            && await db.Set<Pledgor>().AsNoTracking().FirstOrDefaultAsync(row => row.DocumentKey == key && row.Id != own, cancellationToken) is { } other)
        {
            refusals.Add(new FieldRefusal(WizardTab.Pledgor, FieldKeys.Number, "Номер",
                $"Этот документ записан на клиента {other.Name.Full}: откройте его", RefusalKind.Wrong));
        }

        var now = time.GetUtcNow().UtcDateTime;
        refusals.AddRange(await db.NewHitsAsync(form, BranchZone.DayOf(now, branch.Zone), branch.Zone, cancellationToken));
        var total = Money.Sum(form.TypedItems.Select(item => item.LoanAmount ?? Money.Zero));
        if (form.Issue.CashAmount is { } cash && await CashRefusalAsync(db, cash, total, branch, cancellationToken) is { } sentence)
            refusals.Add(new FieldRefusal(WizardTab.Documents, FieldKeys.Cash, "Наличные", sentence, RefusalKind.Wrong));
        if (form.Issue.LoanDate(BranchZone.DayOf(now, branch.Zone)) is { } day
            && !await db.Set<Tariff>().AnyAsync(version => version.ValidFrom <= day, cancellationToken))
        {
            refusals.Add(new FieldRefusal(WizardTab.Documents, FieldKeys.Tariff, "Тариф",
                "На дату займа нет тарифа: поправьте дату или добавьте тариф на странице «Тарифы»", RefusalKind.Wrong));
        }

        return refusals;
    }

    /// <param name="given">What of the cash has left the drawer already.</param>
    /// <returns>Null: the drawer has it, and the rest may go to a card.</returns>
    internal async Task<string?> CashRefusalAsync(
        KvellDbContext db, Money cash, Money total, Branch branch, CancellationToken cancellationToken, Money given = default)
    {
        if (cash - given > branch.CashBalance)
            return $"В кассе только {branch.CashBalance}: поставьте меньше";
        if (cash == total)
            return null;
        var ready = await readiness.CheckAsync(db, branch.Id, cancellationToken);
        return ready is { IsInUse: true, IsReady: false } ? "Безналичные закрыты, терминал KVELL не настроен: выдайте наличными всю сумму" : null;
    }
}
