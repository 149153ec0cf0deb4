using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;

namespace Kvell.Tests.CardTopUps;

/// <summary>Two persons, and what they say KVELL answered.</summary>
internal static class Decisions
{
    public static readonly Actor Chief = Person("Соколова Ирина Львовна", UserRole.FullRights);

    public static readonly Actor Deputy = Person("Беляев Павел Андреевич", UserRole.FullRights);

    public static readonly Actor Administrator = Person("Орлов Денис Ильич", UserRole.Administrator);

    public static void Propose(this CardTopUp topUp, DecisionKind decision, DateTime answeredAt, Actor by, DateTime now) =>
        topUp.ProposeDecision(new DecisionProposal(decision, answeredAt, "4471", "Письмо KVELL"), by, now, TopUpStory.Settings);

    /// <summary>Nobody answers for an hour, then one proposes.</summary>
    public static TopUpStory Proposed(this TopUpStory story, DecisionKind decision)
    {
        story.Press().Answered(AnswerKind.Unknown).Wait(CardTopUp.ProposalAfter);
        story.TopUp.Propose(decision, story.Now, Chief, story.Now);
        return story;
    }

    /// <summary>The other confirms.</summary>
    public static TopUpStory Confirmed(this TopUpStory story)
    {
        story.TopUp.ConfirmDecision(Deputy, story.Now);
        TopUpInvariants.Hold(story.TopUp);
        return story;
    }

    /// <summary>«Оплачено» by hand, and taken back by two.</summary>
    public static TopUpStory TakenBack(this TopUpStory story)
    {
        story.Proposed(DecisionKind.Paid).Confirmed().WaitSeconds(60);
        story.TopUp.Propose(DecisionKind.TakeBack, story.Now, Chief, story.Now);
        return story.Confirmed();
    }

    public static IEnumerable<(DecisionEvent Event, DecisionKind? Decision, string By)> Told(this CardTopUp topUp) =>
        topUp.Decisions.Select(entry => (entry.Event, entry.Decision, entry.ByName));

    private static Actor Person(string name, UserRole role) => new(Guid.NewGuid(), name, [role], null);
}
