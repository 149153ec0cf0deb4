using Kvell.Domain.Branches;
using Kvell.Domain.Settings;
using Xunit;

namespace Kvell.Tests.Settings;

/// <summary>What is missing is called by name, each thing by its own.</summary>
public sealed class ReadinessRuleTests
{
    private const string ApiKey = "3f0c8a52-6f1d-4b7e-9c55-0d2f6a7b1e90";

    public static TheoryData<string, string, bool, bool, bool, SigningTrial, bool> Missing => new()
    {
        { "идентификатор терминала KVELL", "", true, true, true, SigningTrial.Good, false },
        { "идентификатор терминала KVELL", "не UUID", true, true, true, SigningTrial.Good, false },
        { "секретный ключ терминала KVELL", ApiKey, false, true, true, SigningTrial.Good, false },
        { "приватный ключ", ApiKey, true, false, true, SigningTrial.Good, false },
        { "исправный приватный ключ (пробная подпись не получилась)", ApiKey, true, true, false, SigningTrial.Good, false },
        { "путь к OpenSSL", ApiKey, true, true, true, SigningTrial.NoPath, false },
        { "верный путь к OpenSSL (на сервере такая программа не запускается)", ApiKey, true, true, true, SigningTrial.WrongPath, false },
        { "верный путь к OpenSSL (указанная программа – не OpenSSL 1.1.1 или новее)", ApiKey, true, true, true, SigningTrial.NotOpenSsl, false },
        { "исправный OpenSSL (пробная подпись не получилась)", ApiKey, true, true, true, SigningTrial.Failed, false },
        { "тестовый терминал (в демонстрации работает только он)", ApiKey, true, true, true, SigningTrial.Good, true },
    };

    [Theory]
    [MemberData(nameof(Missing))]
    public void One_missing_part_is_named_alone(string named, string apiKey, bool secret, bool key, bool keysOpen, SigningTrial trial, bool isDemo)
    {
        var readiness = KvellReadiness.Of(AccountingPolicy.Create(useKvell: true), Terminal(apiKey, secret, key), keysOpen, trial, isDemo);
        Assert.False(readiness.IsReady);
        Assert.Equal([named], readiness.Missing);
        Assert.Equal($"Не заполнено: {named}. Выдача займа возможна только через наличный расчёт.", readiness.Sentence);
    }

    [Fact]
    public void Everything_there_is_ready_and_says_nothing()
    {
        var readiness = KvellReadiness.Of(AccountingPolicy.Create(useKvell: true), Terminal(ApiKey, true, true), keysOpen: true, SigningTrial.Good, isDemo: false);
        Assert.True(readiness.IsReady);
        Assert.Null(readiness.Sentence);
    }

    [Fact]
    public void Without_a_terminal_and_a_path_all_of_it_is_named() => Assert.Equal(
        ["идентификатор терминала KVELL", "секретный ключ терминала KVELL", "приватный ключ", "путь к OpenSSL"],
        KvellReadiness.Of(AccountingPolicy.Create(useKvell: true), null, keysOpen: true, SigningTrial.NoPath, isDemo: true).Missing);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void With_the_flag_off_nothing_is_missing_and_nothing_is_ready(bool hasPolicy)
    {
        var readiness = KvellReadiness.Of(hasPolicy ? AccountingPolicy.Create(useKvell: false) : null, null, keysOpen: true, SigningTrial.Good, isDemo: false);
        Assert.False(readiness.IsInUse);
        Assert.False(readiness.IsReady);
        Assert.Empty(readiness.Missing);
    }

    private static KvellTerminal Terminal(string apiKey, bool secret, bool key) =>
        KvellTerminal.Create(Guid.NewGuid(), 1, apiKey, secret ? [1] : null, key ? [1] : null, null, isTest: false, Guid.Empty, DateTime.UnixEpoch);
}
