using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Kvell.Tests.Web.Look;

/// <summary>The pages of the application and the addresses at which they stand.</summary>
internal static class RouteOf
{
    public static IReadOnlyDictionary<string, string> Pages { get; } = typeof(global::Program).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>(), (type, route) => (type.Name, route.Template))
        .ToDictionary(page => page.Name, page => page.Template);

    public static bool IsAt(string page, string path) =>
        Regex.IsMatch(path, $"^{Regex.Replace(Regex.Replace(Pages[page], @"\{\w+:guid\}", "[0-9a-f-]{36}"), @"\{\w+\}", "[^/]+")}$");
}
