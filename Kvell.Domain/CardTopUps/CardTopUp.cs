using System.Linq.Expressions;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;

namespace Kvell.Domain.CardTopUps;

/// <summary>
/// «Пополнение карты клиента»: the one payout of a loan, for ever. It decides what is next (<see cref="Next"/>) and what an
/// answer means; nothing else does. Every verb advances <see cref="Version"/>, so that any two commits that overlap conflict.
/// </summary>
public sealed partial class CardTopUp
{
    private readonly List<TopUpAttempt> _attempts = [];

    private CardTopUp()
    {
    }

    public Guid Id { get; private set; }

    public Guid BranchId { get; private set; }

    /// <summary>Unique: one top-up per operation.</summary>
    public Guid OperationId { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>UTC. «Дата» of the document.</summary>
    public DateTime CreatedAt { get; private set; }

    public Money Amount { get; private set; }

    public string PledgorName { get; private set; } = "";

    public string OperationNumber { get; private set; } = "";

    public Guid CreatedBy { get; private set; }

    public string CreatedByName { get; private set; } = "";

    public LoanDay LoanDay { get; private set; } = new(default, default, default);

    public TopUpState State { get; private set; }

    public IReadOnlyList<TopUpAttempt> Attempts => _attempts;

    /// <summary>«Идентификатор пополнения в системе KVELL»</summary>
    public string? KvellId { get; private set; }

    /// <summary>KVELL's commission for the payout.</summary>
    public Money? Commission { get; private set; }

    public DateTime? CompletedAt { get; private set; }

    /// <summary>Since when the outcome is open; null when it isn't.</summary>
    public DateTime? UndecidedSince { get; private set; }

    public Attention Attention { get; private set; }

    /// <summary>What to do about the last refusal or the last wrong code, for a person.</summary>
    public string? Message { get; private set; }

    public string? LeaseOwner { get; private set; }

    public DateTime? LeaseUntil { get; private set; }

    /// <summary>UTC. When a job or the sweep has to come; null for never.</summary>
    public DateTime? NextActionAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>«Пополнение карты клиента ЛВЕС-000006 от 20.10.2022 10:12:55», as it was made.</summary>
    public string Presentation { get; private set; } = "";

    private TopUpAttempt? Last => _attempts.Count == 0 ? null : _attempts[^1];

    public static CardTopUp Create(string number, PledgeOperation operation, TimeZoneInfo zone, Actor by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BranchId = operation.BranchId,
        OperationId = operation.Id,
        Number = number,
        CreatedAt = now,
        Amount = operation.LoanAmount,
        PledgorName = operation.PledgorName,
        SearchName = SearchText.Normalise(operation.PledgorName),
        OperationNumber = operation.Number,
        CreatedBy = by.UserId,
        CreatedByName = by.Name,
        LoanDay = LoanDay.Of(operation.LoanDate, zone),
        Presentation = $"Пополнение карты клиента {number} от {Russian.DateAndTime(BranchZone.ToLocal(now, zone))}",
        Version = 1,
    };

    /// <summary>How long an outcome may be open before a person has to look at it (rule 13).</summary>
    public static readonly TimeSpan AttentionAfter = TimeSpan.FromMinutes(15);

    /// <summary>Rules 7 and 14: money may still go to the card, or KVELL hasn't said since then that it didn't.</summary>
    /// <param name="askedAt">UTC, when whoever wants to give cash had the closed numbers asked about.</param>
    public bool ForbidsCash(DateTime askedAt) => State.LocksOperation() || !IsClearedSince(askedAt);

    public bool NeedsAttention(DateTime now) => Attention != Attention.None || IsLate(now);

    public bool IsLate(DateTime now) => UndecidedSince <= now - AttentionAfter;

    /// <summary>Rule 6: the condition of the one UPDATE by which a worker claims.</summary>
    public static Expression<Func<CardTopUp, bool>> LeaseIsFree(DateTime now) =>
        topUp => topUp.LeaseOwner == null || topUp.LeaseUntil == null || topUp.LeaseUntil <= now;

    /// <summary>Rule 9: what a job or the sweep comes for.</summary>
    public static Expression<Func<CardTopUp, bool>> IsDue(DateTime now) => topUp => topUp.NextActionAt <= now;

    /// <summary>Gives the lease back without having called.</summary>
    public void Release(string worker)
    {
        if (LeaseOwner == worker)
            (LeaseOwner, LeaseUntil) = (null, null);
        Version++;
    }

    /// <summary>A press that couldn't be carried out leaves its sentence on the document.</summary>
    public void NotePressRefused(string sentence, string worker)
    {
        Message = sentence;
        Release(worker);
    }

    private bool IsHeldBy(string worker, DateTime now) => LeaseOwner == worker && LeaseUntil > now;

    private TopUpAttempt Attempt(int number) => _attempts[number - 1];

    private void Flag(Attention attention) => Attention |= attention;

    /// <summary>The root's time is the earliest of its attempts'.</summary>
    private void PlanNext() => NextActionAt = _attempts.Min(attempt => attempt.NextActionAt);
}
