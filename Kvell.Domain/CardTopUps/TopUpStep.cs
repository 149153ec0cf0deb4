namespace Kvell.Domain.CardTopUps;

/// <summary>What is next for a top-up; the processor carries it out and decides nothing.</summary>
public abstract record TopUpStep
{
    private TopUpStep()
    {
    }

    /// <summary>Take the lease by a conditional update, then load the row and ask again.</summary>
    public sealed record Claim : TopUpStep;

    /// <summary>A call was in flight and its lease ran out: nobody will bring its answer.</summary>
    public sealed record Recover : TopUpStep;

    /// <summary>Begin a new attempt under a new number and send it, written ahead in one commit.</summary>
    public sealed record Begin : TopUpStep;

    /// <summary>Send the stored bytes of the last attempt under its number.</summary>
    public sealed record Send(int Attempt) : TopUpStep;

    /// <summary>Ask the gateway about an attempt's number.</summary>
    public sealed record Check(int Attempt) : TopUpStep;

    public sealed record Confirm(int Attempt) : TopUpStep;

    /// <summary>No byte ever left, and the loan's date ended or a person stopped it.</summary>
    public sealed record GiveUp(string Reason) : TopUpStep;

    /// <summary>Nothing before <paramref name="At"/>.</summary>
    public sealed record WaitUntil(DateTime At) : TopUpStep;

    /// <summary>A person's press can't be carried out; the sentence says why.</summary>
    public sealed record Refuse(string Sentence) : TopUpStep;

    public sealed record Nothing : TopUpStep;
}

/// <summary>Why somebody came to a top-up.</summary>
public abstract record TopUpIntent
{
    private TopUpIntent()
    {
    }

    /// <summary>A job or the sweep, by <see cref="CardTopUp.NextActionAt"/>.</summary>
    public sealed record Schedule : TopUpIntent;

    /// <summary>A person pressed «Выплатить».</summary>
    /// <param name="SeenAttempts">The attempt count the page showed.</param>
    /// <param name="PressedAt">UTC. A closed number must have been checked since.</param>
    public sealed record Press(int SeenAttempts, DateTime PressedAt) : TopUpIntent;

    /// <summary>Cash is about to be given: every closed number is asked about once more (rule 14). Nothing is sent.</summary>
    /// <param name="AskedAt">UTC. A closed number must have been checked since.</param>
    public sealed record AskClosed(DateTime AskedAt) : TopUpIntent;

    /// <summary>«Проверить сейчас», and the press on what is undecided or postponed.</summary>
    public sealed record CheckNow : TopUpIntent;

    /// <summary>The client's code was typed.</summary>
    public sealed record Confirm : TopUpIntent;

    /// <summary>«Прекратить попытки»</summary>
    public sealed record StopTrying : TopUpIntent;
}
