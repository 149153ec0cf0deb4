using Kvell.Tests.Hosting;
using Xunit;

namespace Kvell.Tests.Web;

/// <summary>What a person can put right ends the start with a sentence, exit code 1 and no stack trace.</summary>
public sealed class StartFailureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kvell-test-").FullName;

    [Theory]
    [InlineData("Kvell:Parallelism", "0", "Kvell:Parallelism: от 1 до 32 выплат одновременно.")]
    [InlineData("Kvell:Parallelism", "many", "Kvell:Parallelism: значение «many» не подходит по виду.")]
    [InlineData("Kvell:RequestTimeout", "00:00:00", "Kvell:RequestTimeout: время ожидания ответа должно быть больше нуля")]
    [InlineData("Kvell:SignatureMode", "Backwards", "Kvell:SignatureMode: значение «Backwards» не подходит по виду.")]
    [InlineData("Kvell:TestUrl", "ftp://kvell", "Kvell:TestUrl: нужен полный адрес")]
    [InlineData("Database:Provider", "Oracle", "Database:Provider: значение «Oracle» не подходит по виду.")]
    [InlineData("ConnectionStrings:Kvell", "", "ConnectionStrings:Kvell: строка подключения к базе данных не задана.")]
    [InlineData("Demo:Now", "yesterday", "Demo:Now: значение «yesterday» не подходит по виду.")]
    public async Task A_wrong_setting_is_named(string key, string value, string sentence)
    {
        using var process = KvellProcess.Start(_folder, settings: [(key, value)]);
        await AssertRefusedAsync(process, sentence);
    }

    [Theory]
    [InlineData("Demo:Enabled", "Demo:Enabled: демонстрация и эмулятор KVELL в среде Production не запускаются.")]
    [InlineData("Emulator:Only", "Emulator:Only: эмулятор KVELL в среде Production не запускается.")]
    public async Task Demo_and_emulator_refuse_to_start_in_production(string key, string sentence)
    {
        using var process = KvellProcess.Start(_folder, "Production", [(key, "true")]);
        await AssertRefusedAsync(process, sentence);
        Assert.False(File.Exists(Path.Combine(_folder, "kvell.db")));
    }

    [Fact]
    public async Task Without_languages_it_says_what_to_install()
    {
        using var process = KvellProcess.Start(_folder, variables: [("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")]);
        await AssertRefusedAsync(process, "На этой машине нет языковых данных ICU");
    }

    [Fact]
    public async Task Without_time_zones_it_says_what_to_install()
    {
        using var process = KvellProcess.Start(_folder, variables: [("TZDIR", _folder)]);
        await AssertRefusedAsync(process, "На этой машине нет часовых поясов");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task AssertRefusedAsync(KvellProcess process, string sentence)
    {
        Assert.Equal(1, await process.ExitAsync(TestContext.Current.CancellationToken));
        Assert.Contains(sentence, process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
    }
}
