namespace Kvell.Infrastructure.Gateway.Signing;

/// <summary>
/// A private key as OpenSSL may see it: a file that opens only by a one-time passphrase, in a folder of its own that nobody else
/// may enter, removed with this object. What a killed process leaves behind is noise without the passphrase.
/// </summary>
internal sealed class OpenSslKeyFile : IDisposable
{
    private const string FolderPrefix = "kvell-sign-";
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly DirectoryInfo _folder;

    private OpenSslKeyFile(DirectoryInfo folder) => _folder = folder;

    public string Path => System.IO.Path.Combine(_folder.FullName, "key.pem");

    public static async Task<OpenSslKeyFile> WriteAsync(string encryptedPem, CancellationToken cancellationToken)
    {
        // On Unix the folder is made for its owner alone (0700).
        var file = new OpenSslKeyFile(Directory.CreateTempSubdirectory(FolderPrefix));
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using var writer = new StreamWriter(file.Path, options);
            await writer.WriteAsync(encryptedPem.AsMemory(), cancellationToken);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Removes what killed processes left behind, by the machine's clock, which is the files'.</summary>
    public static void SweepAbandoned()
    {
        var old = TimeProvider.System.GetUtcNow().UtcDateTime - Abandoned;
        foreach (var folder in new DirectoryInfo(System.IO.Path.GetTempPath()).EnumerateDirectories($"{FolderPrefix}*"))
        {
            try
            {
                if (folder.CreationTimeUtc < old)
                    folder.Delete(recursive: true);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Another user's, or another server is at it: noise either way.
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
