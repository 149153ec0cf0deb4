using Kvell.Infrastructure.Sealing;

namespace Kvell.Tests.Hosting;

/// <summary>A certificate for Data Protection keys, made once in a test run.</summary>
internal static class TestCertificate
{
    public const string Password = "a password of the file";

    private static readonly Lazy<string> Made = new(Make);

    public static string File => Made.Value;

    private static string Make()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("kvell-certificate-").FullName, "kvell.pfx");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        SealingCertificate.Create(file, Password);
        return file;
    }
}
