namespace Kvell.Infrastructure.CardTopUps;

/// <summary>Which loans a page or a press is about: all of a draft, or one operation of it. Nothing outside of it is offered, guarded or paid.</summary>
/// <param name="OperationId">Null: all of the draft's.</param>
public sealed record LoanScope(Guid DraftId, Guid? OperationId = null)
{
    public bool Covers(Guid operationId) => OperationId is null || OperationId == operationId;
}
