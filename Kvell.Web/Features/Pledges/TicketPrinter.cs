using Kvell.Domain.Common;
using Kvell.Infrastructure.Pledges;

namespace Kvell.Web.Features.Pledges;

/// <summary>The press «Печать» of a ticket: takes the blanks and opens the paper.</summary>
public sealed class TicketPrinter(PrintTickets printing, WizardScript script)
{
    /// <param name="ordinal">One ticket, or null for all of the draft's.</param>
    /// <returns>Why nothing, or only half of it, was done; null when all was.</returns>
    public async Task<string?> PrintAsync(Actor actor, Guid draftId, int? ordinal)
    {
        var printed = await printing.ExecuteAsync(actor, draftId, ordinal, CancellationToken.None);
        if (printed.Refusal is { } refusal)
            return refusal.Sentence;
        var isOpen = await script.OpenWindowAsync($"pledges/print/{draftId}{(ordinal is null ? "" : $"?ticket={ordinal}")}");
        return isOpen ? null : "Бланки присвоены, но браузер не открыл окно печати. Разрешите этому сайту открывать окна и напечатайте ещё раз.";
    }
}
