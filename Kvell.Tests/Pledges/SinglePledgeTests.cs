using Kvell.Domain.Common;
using Kvell.Infrastructure.Pledges;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>«Операция по залогу» by itself, and cash on one operation of a group, whatever a page may send.</summary>
public sealed class SinglePledgeTests : IAsyncLifetime
{
    private readonly PledgeDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task All_items_are_one_tickets_whatever_they_say()
    {
        var id = (await _desk.Get<OpenDraft>().ExecuteAsync(_desk.Receiver, null, isSingle: true, Stop))!.Value;
        await _desk.SaveAsync(id, Sample.Group("100", "200", "300"));
        Assert.True((await _desk.Get<LoadDraft>().ExecuteAsync(_desk.Receiver, id, Stop))!.IsSingle);
        Assert.Equal(1, Assert.Single((await _desk.PrintAsync(id)).Tickets).Ordinal);
        Assert.True((await _desk.PostAsync(id)).IsPosted);
        Assert.Equal(Money.FromRubles(600), Assert.Single(await _desk.OperationsAsync(id)).LoanAmount);
    }

    [Fact]
    public async Task Cash_of_one_operation_leaves_the_others_of_its_group_as_they_are()
    {
        var id = await _desk.OpenDraftAsync(Sample.Group("100", "200"));
        await _desk.PostAsync(id);
        var second = (await _desk.OperationsAsync(id))[1];
        Assert.Null(await EnterAsync(id, second.Id, 150));
        var operations = await _desk.OperationsAsync(id);
        Assert.Equal([0m, 150m], operations.Select(operation => operation.CashAmount.Rubles));
        Assert.Equal([1, 2], operations.Select(operation => operation.Version));
        Assert.StartsWith("Наличных больше, чем займов", (await EnterAsync(id, second.Id, 201))!.Sentence, StringComparison.Ordinal);
    }

    private Task<Refusal?> EnterAsync(Guid draftId, Guid operationId, decimal rubles) =>
        _desk.Get<EnterCash>().ExecuteAsync(_desk.Receiver, draftId, operationId, Money.FromRubles(rubles), Stop);
}
