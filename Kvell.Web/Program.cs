using Kvell.Infrastructure.Branches;
using Kvell.Infrastructure.CardTopUps;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Desk;
using Kvell.Infrastructure.Emulator;
using Kvell.Infrastructure.Gateway.KvellApi;
using Kvell.Infrastructure.Identity;
using Kvell.Infrastructure.Jobs;
using Kvell.Infrastructure.Lists;
using Kvell.Infrastructure.Live;
using Kvell.Infrastructure.Operation;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Pledges;
using Kvell.Infrastructure.Sealing;
using Kvell.Infrastructure.Settings;
using Kvell.Web.Hosting;

try
{
    MachineCheck.Demand();
    var builder = KvellBuilder.Create(args);
    builder.AddKvellLogging();
    if (args is [Setup.Command, ..])
        return await Setup.RunAsync(builder);
    if (args is [Backup.Command, ..])
        return Backup.Run(builder, args.ElementAtOrDefault(1));
    if (EmulatorModes.Of(builder.Configuration) == EmulatorMode.Alone)
        return await EmulatorAlone.RunAsync(builder);
    builder.Services
        .AddKvellClock(builder.Configuration)
        .AddKvellSettings(builder.Configuration)
        .AddKvellPersistence(builder.Configuration)
        .AddKvellSealing(builder.Configuration, builder.Environment)
        .AddKvellIdentity()
        .AddKvellJobs(builder.Configuration)
        .AddKvellGateway(builder.Configuration)
        .AddKvellEmulator(builder.Configuration)
        .AddKvellLive()
        .AddKvellPledges()
        .AddKvellCardTopUps()
        .AddKvellSettingsPages()
        .AddKvellBranches()
        .AddKvellJournals()
        .AddKvellDesk()
        .AddKvellDemo()
        .AddKvellOperation()
        .AddKvellTelemetry(builder.Configuration)
        .AddKvellWeb(builder.Configuration);

    await using var app = builder.Build();
    await app.PrepareAsync();
    app.UseKvellPipeline();
    app.MapKvell();
    return await app.RunKvellAsync();
}
catch (Exception failure) when (StartFailure.SentenceOf(failure) is { } sentence)
{
    return StartFailure.Tell(sentence);
}
