namespace Kvell.Tests.Architecture;

/// <summary>A source file: its path from the root with slashes, and its text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public bool IsTest => Path.StartsWith("Kvell.Tests/", StringComparison.Ordinal);

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    public bool IsUnder(string folder) => Path.StartsWith(folder, StringComparison.Ordinal);
}

/// <summary>The sources that this assembly was built from.</summary>
internal static class Repository
{
    public static readonly string[] Projects = ["Kvell.Domain", "Kvell.Infrastructure", "Kvell.Web", "Kvell.Tests"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> AllCode = new(() => [.. ReadCode()]);

    /// <summary>The folder of <c>Kvell.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>C# and Razor of the four projects: no generated code, no migrations.</summary>
    public static IReadOnlyList<SourceFile> Code => AllCode.Value;

    public static IEnumerable<SourceFile> Product => Code.Where(file => !file.IsTest);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>What is built and what a run leaves there aside.</summary>
    public static IEnumerable<string> FoldersOf(string project) =>
        Directory.EnumerateDirectories(Path.Combine(Root, project)).Select(folder => Path.GetFileName(folder)).Except(["bin", "obj", "data", "logs"]);

    private static IEnumerable<SourceFile> ReadCode() =>
        from project in Projects
        from file in Directory.EnumerateFiles(Path.Combine(Root, project), "*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Split('/').Any(part => part is "bin" or "obj" or "Migrations")
        select new SourceFile(path, File.ReadAllText(file).ReplaceLineEndings("\n"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kvell.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests read the sources: run them from the checkout they were built in.");
    }
}
