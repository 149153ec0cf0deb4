using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Identity;
using Kvell.Infrastructure.Jobs;
using Kvell.Infrastructure.Persistence;
using Kvell.Infrastructure.Sealing;
using Kvell.Infrastructure.Settings;
using Kvell.Web.Hosting;

try
{
    MachineCheck.Demand();
    var builder = KvellBuilder.Create(args);
    builder.AddKvellLogging();
    builder.Services
        .AddKvellClock(builder.Configuration)
        .AddKvellSettings(builder.Configuration)
        .AddKvellPersistence(builder.Configuration)
        .AddKvellSealing()
        .AddKvellIdentity()
        .AddKvellJobs(builder.Configuration)
        .AddKvellDemo()
        .AddKvellWeb();

    await using var app = builder.Build();
    app.UseKvellPipeline();
    app.MapKvell();
    return await app.RunKvellAsync();
}
catch (Exception failure) when (StartFailure.SentenceOf(failure) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
