namespace Kvell.Tests.Gateway;

/// <summary>A program that stands where OpenSSL is expected: a script that does what a test needs.</summary>
internal sealed class OpenSslStandIn : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kvell-openssl-");

    /// <param name="script">Shell; <c>$OPENSSL</c> is the real one, <c>$HERE</c> the folder of the script.</param>
    public OpenSslStandIn(string script)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "openssl");
        Write(script);
    }

    /// <summary>The machine's own OpenSSL.</summary>
    public static string RealPath { get; } = new[] { "/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl" }.First(File.Exists);

    public string Path { get; }

    public string Folder => _folder.FullName;

    public string FileIn(string name) => System.IO.Path.Combine(Folder, name);

    public void Write(string script)
    {
        File.WriteAllText(Path, $"#!/bin/sh\nOPENSSL={RealPath}\nHERE={_folder.FullName}\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
