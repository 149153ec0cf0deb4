using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Identity;
using Kvell.Infrastructure.Live;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Pledges;
using Kvell.Tests.Hosting;
using Kvell.Tests.Pledges;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.CardTopUps;

/// <summary>Loans and presses on a running application, by its own use-cases.</summary>
internal sealed class PayoutDesk(KvellHost host, Actor actor) : IDisposable
{
    public const string GoodCard = "2200000000000004";

    public Actor Actor { get; } = actor;

    public EmulatorWitness Emulator { get; } = new(host.Address);

    public static async Task<PayoutDesk> OpenAsync(KvellHost host, string user = "receiver")
    {
        var account = DemoAccounts.All.Single(known => known.UserName == user);
        return new PayoutDesk(host, await host.Services.GetRequiredService<ActorDirectory>().FindAsync(account.Id));
    }

    public void Dispose() => Emulator.Dispose();

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public Task<KvellDbContext> DatabaseAsync() => Get<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync(Token);

    public Task<Guid> DraftAsync(Action<GroupForm>? change, params string[] loans) => FillAsync(false, change, loans);

    /// <summary>«Операция по залогу» by itself.</summary>
    public Task<Guid> SingleAsync(Action<GroupForm>? change, params string[] loans) => FillAsync(true, change, loans);

    private async Task<Guid> FillAsync(bool isSingle, Action<GroupForm>? change, string[] loans)
    {
        var id = (await Get<OpenDraft>().ExecuteAsync(Actor, null, isSingle, Token))!.Value;
        var now = Get<TimeProvider>().GetUtcNow().UtcDateTime;
        var form = Sample.Group(loans);
        form.Pledgor.Number = $"{Random.Shared.Next(1_000_000):D6}";
        foreach (var check in new[] { form.Questionnaire.Passport, form.Questionnaire.Lists })
            check.CheckedAt = now;
        form.Questionnaire.ConsentSignedOn = DateOnly.FromDateTime(now);
        foreach (var item in form.Items)
            item.Gross = "8,00";
        change?.Invoke(form);
        var draft = (await Get<LoadDraft>().ExecuteAsync(Actor, id, Token))!;
        Assert.Equal(SaveOutcome.Saved, (await Get<SaveDraft>().ExecuteAsync(Actor, id, draft.ContentVersion, form, Token)).Outcome);
        return id;
    }

    /// <summary>What the lists say of the form's client now.</summary>
    public void CheckLists(GroupForm form, bool isClear)
    {
        var now = Get<TimeProvider>().GetUtcNow().UtcDateTime;
        form.Questionnaire.Lists.IsClear = isClear;
        form.Questionnaire.Lists.Confirm(Actor, now, form.Pledgor.PersonKey(DateOnly.FromDateTime(now)));
    }

    public async Task<Guid> PostedAsync(params string[] loans)
    {
        var id = await DraftAsync(null, loans);
        await PostAsync(id);
        return id;
    }

    public async Task PostAsync(Guid draftId)
    {
        var posted = await Get<PostPledges>().ExecuteAsync(Actor, draftId, null, areKindsChosen: false, Token);
        Assert.Empty(posted.Fields);
        Assert.Null(posted.Refusal);
    }

    /// <summary>The press on the operation's own page.</summary>
    public Task<PayoutOffer> OfferAsync(Guid draftId, Guid operationId) => Get<OfferPayout>().ExecuteAsync(Actor, new LoanScope(draftId, operationId), Token);

    public Task<PayoutOffer> OfferAsync(Guid draftId) => Get<OfferPayout>().ExecuteAsync(Actor, new LoanScope(draftId), Token);

    public Task<Refusal?> PayAsync(PayoutOffer offer, string card = GoodCard, bool isVerified = true) =>
        Get<PayLoansToCard>().ExecuteAsync(Actor, new PayoutConfirmation(offer, CardNumber.Parse(card), isVerified), Token);

    public async Task<IReadOnlyList<CardTopUp>> TopUpsAsync(Guid draftId)
    {
        await using var db = await DatabaseAsync();
        return [.. (await GroupLoan.LoadAsync(db, new LoanScope(draftId), Token)).Select(loan => loan.TopUp).OfType<CardTopUp>()];
    }

    /// <summary>The orders that were accepted for a draft's loans, whatever their numbers.</summary>
    public async Task<IReadOnlyList<WitnessedOrder>> OrdersOfAsync(Guid draftId)
    {
        var ours = (await TopUpsAsync(draftId)).SelectMany(topUp => topUp.Attempts).Select(attempt => attempt.Transaction).ToHashSet();
        return [.. (await Emulator.OrdersAsync()).Where(order => ours.Contains(order.Transaction))];
    }

    /// <summary>Until every top-up of the draft is decided.</summary>
    public Task SettledAsync(Guid draftId) =>
        UntilAsync(draftId, topUps => topUps.Count > 0 && topUps.All(topUp => topUp.State is TopUpState.Completed or TopUpState.Declined));

    /// <summary>Waits by the application's own announcements of changes.</summary>
    public async Task UntilAsync(Guid draftId, Func<IReadOnlyList<CardTopUp>, bool> isTrue)
    {
        while (true)
        {
            var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var subscription = await Get<ChangeFeed>().SubscribeAsync(
                [ChangeKind.TopUp],
                _ =>
                {
                    changed.TrySetResult();
                    return Task.CompletedTask;
                },
                Token);
            if (isTrue(await TopUpsAsync(draftId)))
                return;
            await changed.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
