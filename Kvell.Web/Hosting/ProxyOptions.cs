using System.Net;
using Kvell.Infrastructure.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace Kvell.Web.Hosting;

/// <summary>Setting <c>Proxy:Addresses</c>: who stands between the browsers and this server, and is believed when he names them.</summary>
internal static class ProxyOptions
{
    private const string Key = "Proxy:Addresses";

    /// <exception cref="SettingException">An address can't be read.</exception>
    public static void AddKvellProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = Parse(configuration);
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            // The framework believes the loopback by itself; here nobody is believed who isn't named.
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
                forwarded.KnownIPNetworks.Add(proxy);
            forwarded.ForwardedHeaders = proxies.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.ForwardLimit = null;
        });
    }

    private static List<System.Net.IPNetwork> Parse(IConfiguration configuration) =>
    [
        .. (configuration.GetSection(Key).Get<string[]>() ?? [.. (configuration[Key] ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries)])
            .Select(Read),
    ];

    private static System.Net.IPNetwork Read(string text) =>
        System.Net.IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new SettingException($"{Key}: «{text}» не похоже на адрес. Нужен IP-адрес прокси или сеть: 10.0.0.5, 10.0.0.0/24.");
}
