namespace Kvell.Tests;

/// <summary>Runs the tests, or, when the first argument is <c>lab</c>, the lab.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) =>
        args is ["lab", .. var rest]
            ? Lab.LabProgram.RunAsync(rest)
            : Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
