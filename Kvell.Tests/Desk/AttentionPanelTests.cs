using Bunit;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Desk;
using Kvell.Web.Features.Desk;
using Xunit;

namespace Kvell.Tests.Desk;

/// <summary>Where a row of «Требует внимания» leads: to the wizard for who lends there, to the document for who looks.</summary>
public sealed class AttentionPanelTests : BunitContext
{
    private static readonly Guid Here = Guid.NewGuid();

    private static readonly Guid There = Guid.NewGuid();

    [Theory]
    [InlineData(TopUpState.AwaitingCode, null, true, true, "Ввести код")]
    [InlineData(TopUpState.AwaitingCode, null, false, false, "Открыть")]
    [InlineData(TopUpState.AwaitingCode, DecisionKind.Paid, true, false, "Открыть")]
    [InlineData(TopUpState.New, null, true, true, "Открыть")]
    [InlineData(TopUpState.Unknown, null, true, false, "Открыть")]
    public void A_row_leads_to_where_its_reader_can_do_something(TopUpState state, DecisionKind? proposed, bool isHere, bool isWizard, string words)
    {
        var row = new AttentionRow(Guid.NewGuid(), isHere ? Here : There, Guid.NewGuid(), state, "Иванов Иван Иванович", Money.FromRubles(1500), null, null, proposed, []);
        var actor = new Actor(Guid.NewGuid(), "Гостева Анна", [UserRole.Receiver, UserRole.Administrator], Here);
        var link = Render<AttentionPanel>(x => x.Add(p => p.Rows, [row]).Add(p => p.Actor, actor)).Find("a");
        Assert.Equal((isWizard ? $"/pledges/group/{row.DraftId}" : $"/top-ups/{row.TopUpId}", words), (link.GetAttribute("href"), link.TextContent));
    }
}
