using System.Globalization;
using Kvell.Domain.CardTopUps;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Emulator;
using Kvell.Infrastructure.Identity;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Receipts;
using Kvell.Tests.CardTopUps;
using Kvell.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Web.Look;

/// <summary>A pawnshop in the middle of a day: loans in every state, at noon, so that no test meets midnight.</summary>
public sealed class LookHouse : IAsyncLifetime
{
    private readonly Outage _outage = new();

    public LookHouse() => Host = new KvellHost(new KvellHostOptions
    {
        Settings = new Dictionary<string, string>
        {
            [DemoOptions.NowKey] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T12:19:10+03:00'", CultureInfo.InvariantCulture),
            ["Kvell:NotFoundGrace"] = "00:10:00",
        },
        Services = services => services
            .AddSingleton<IInterceptor>(_outage)
            .AddScoped<IPasswordHasher<KvellUser>, BreakableHasher>(),
    });

    public KvellHost Host { get; }

    /// <summary>Typed, printed in part, ready to be posted.</summary>
    public Guid Ready { get; private set; }

    /// <summary>Fifty items on fifty tickets, ready to be posted.</summary>
    public Guid Fifty { get; private set; }

    /// <summary>«Операция по залогу» by itself, ready to be posted.</summary>
    public Guid ByItself { get; private set; }

    /// <summary>Typed, and free to be typed over.</summary>
    public Guid Asked { get; private set; }

    /// <summary>Posted, nothing pressed yet.</summary>
    public Guid Posted { get; private set; }

    /// <summary>The operation of <see cref="Posted"/>'s first ticket.</summary>
    public Guid PostedOperation { get; private set; }

    /// <summary>Posted, in cash.</summary>
    public Guid InCash { get; private set; }

    /// <summary>Posted, in cash, the receipts printed.</summary>
    public Guid Given { get; private set; }

    /// <summary>The operation of a group that was zeroed.</summary>
    public Guid Zeroed { get; private set; }

    /// <summary>Posted, of yesterday.</summary>
    public Guid Misdated { get; private set; }

    public Guid Paid { get; private set; }

    /// <summary>Five tickets: done, with the bank, waiting for the code, unknown, declined.</summary>
    public Guid Mixed { get; private set; }

    /// <summary>Done and declined, nothing else.</summary>
    public Guid Decided { get; private set; }

    public Guid Postponed { get; private set; }

    public Guid Closed { get; private set; }

    /// <summary>In the branch that has no keys.</summary>
    public Guid Elsewhere { get; private set; }

    /// <summary>A top-up in each state that the day has.</summary>
    public IReadOnlyDictionary<TopUpState, Guid> TopUps { get; private set; } = new Dictionary<TopUpState, Guid>();

    /// <summary>What KVELL is silent about.</summary>
    internal Disputes Disputes { get; private set; } = null!;

    internal IDisposable Break(string marker) => _outage.Of(marker);

    public async ValueTask InitializeAsync()
    {
        using var desk = await PayoutDesk.OpenAsync(Host);
        var emulator = desk.Get<EmulatorControl>();
        emulator.Speed = 0.01; // what the bank works on stays with the bank
        Paid = await PayAsync(desk, PayoutDesk.GoodCard, "12500", "4750,50");
        Mixed = await PayAsync(desk, "2200000000000095", "6500", "4200,01", "3300,03", "2000,05", "1500,07");
        Decided = await PayAsync(desk, "2200000000000095", "3300,07", "5000");
        var pending = await PayAsync(desk, "2200000000000095", "1000,01", "2000,01", "3000,01", "4000,01", "5000,07");
        await emulator.SetOfflineAsync(true, CancellationToken.None);
        Disputes = await Disputes.MakeAsync(Host, desk, pending);
        Postponed = await PayAsync(desk, PayoutDesk.GoodCard, "18300");
        Posted = await PostAsync(desk, Fill, "6500", "4200", "3300", "2000");
        PostedOperation = await OperationOfAsync(Posted);
        Ready = await desk.DraftAsync(form => Fill(form), "6500", "4200", "3300", "2000");
        await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, Ready, 1, CancellationToken.None);
        var yesterday = Russian.Date(DateOnly.FromDateTime(desk.Get<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(-1));
        Misdated = await PostAsync(desk, form => Fill(form).Issue.Date = yesterday, "6500", "4200");
        await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, Misdated, 1, CancellationToken.None);
        Asked = await desk.DraftAsync(form => Fill(form), "6500", "4200");
        Fifty = await desk.DraftAsync(form => Fill(form), [.. Enumerable.Range(1, 50).Select(loan => $"{loan * 100}")]);
        ByItself = await desk.SingleAsync(form => Fill(form), "6500", "4200");
        InCash = await PostAsync(desk, form => Fill(form).Issue.Cash = "2000,00", "27000", "1000");
        Given = await PostAsync(desk, form => Fill(form).Issue.Cash = "3000,00", "2000", "1000");
        await desk.Get<PrintReceipts>().ExecuteAsync(desk.Actor, Given, null, CancellationToken.None);
        var zeroed = await PostAsync(desk, Fill, "1000");
        await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, zeroed, null, CancellationToken.None);
        Zeroed = await OperationOfAsync(zeroed);
        Assert.Null(await desk.Get<ZeroOperation>().ExecuteAsync(desk.Actor, Zeroed, "Клиент передумал", CancellationToken.None));
        Closed = await PostAsync(desk, Fill, "1000");
        Assert.Null(await desk.Get<CloseDraft>().ExecuteAsync(desk.Actor, Closed, CancellationToken.None));
        TopUps = (await Task.WhenAll(new[] { Mixed, Postponed }.Select(desk.TopUpsAsync)))
            .SelectMany(topUps => topUps).ToDictionary(topUp => topUp.State, topUp => topUp.Id);
        using var other = await PayoutDesk.OpenAsync(Host, "receiver2");
        Elsewhere = await other.DraftAsync(form => Fill(form), "6500", "4200");
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>The first operation of a group.</summary>
    internal async Task<Guid> OperationOfAsync(Guid draft)
    {
        await using var db = await Host.Services.GetRequiredService<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync();
        return await db.Set<PledgeOperation>().Where(operation => operation.DraftId == draft).OrderBy(operation => operation.Number).Select(operation => operation.Id).FirstAsync();
    }

    private static GroupForm Fill(GroupForm form)
    {
        string[] kinds = ["Браслет", "Цепь", "Кольцо", "Серьги", "Подвеска"];
        for (var i = 0; i < form.Items.Count; i++)
            (form.Items[i].Kind, form.Items[i].Gross) = (kinds[i % kinds.Length], "14,20");
        form.Tab = WizardTab.Documents;
        return form;
    }

    private static async Task<Guid> PostAsync(PayoutDesk desk, Func<GroupForm, object> change, params string[] loans)
    {
        var id = await desk.DraftAsync(form => change(form), loans);
        await desk.PostAsync(id);
        return id;
    }

    /// <summary>Pays, and waits until every call has been answered or given up.</summary>
    private static async Task<Guid> PayAsync(PayoutDesk desk, string card, params string[] loans)
    {
        var id = await desk.DraftAsync(form => Fill(form), loans);
        await desk.Get<PrintTickets>().ExecuteAsync(desk.Actor, id, null, CancellationToken.None);
        await desk.PostAsync(id);
        Assert.Null(await desk.PayAsync(await desk.OfferAsync(id), card));
        await desk.UntilAsync(id, topUps => topUps.Count == loans.Length && topUps.All(topUp => topUp.State is not (TopUpState.New or TopUpState.Sending)));
        return id;
    }
}
