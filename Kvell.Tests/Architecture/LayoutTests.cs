using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Kvell.Tests.Architecture;

/// <summary>Where things stand, and which project may know which.</summary>
public sealed partial class LayoutTests
{
    private static readonly string[] RootNames =
    [
        "Kvell.sln", "appsettings.json", "README.md", ".editorconfig", "Directory.Build.props", "Directory.Packages.props",
        "global.json", ".gitignore", ".ci", ".config", ".docs", .. Repository.Projects,
    ];

    [Fact]
    public void The_root_holds_the_named_things_and_no_others()
    {
        var ignored = Repository.Read(".gitignore").Split('\n').Select(line => line.Trim().TrimEnd('/')).Append(".git");
        var present = Directory.EnumerateFileSystemEntries(Repository.Root).Select(entry => Path.GetFileName(entry)).Except(ignored);
        Assert.Equal(RootNames.Order(StringComparer.Ordinal), present.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Kvell.Domain", "Branches CardTopUps Common Gateway Pledges Settings")]
    [InlineData("Kvell.Infrastructure", "Branches CardTopUps Cash Demo Desk Emulator Gateway Identity Jobs Lists Live Operation Persistence Pledges Printing Receipts RequestLog Sealing Settings")]
    [InlineData("Kvell.Web", "Account Components Features Hosting Properties wwwroot")]
    [InlineData("Kvell.Tests", "Architecture Branches Browser CardTopUps Cash Common Demo Desk Features Fixtures Gateway Emulator Hosting Identity Jobs Lab Lists Live Operation Papers Persistence Pledges Printing Receipts RequestLog Sealing Settings Web")]
    public void A_project_has_folders_by_feature_and_no_others(string project, string folders) =>
        Findings.None(Repository.FoldersOf(project).Except(folders.Split(' ')));

    [Fact]
    public void A_namespace_says_where_its_file_stands() => Findings.None(
        from file in Repository.Code
        let declared = NamespaceLine().Match(file.Text)
        where declared.Success
        let folder = Path.GetDirectoryName(file.Path)!.Replace('\\', '/').Replace('/', '.')
        where declared.Groups[1].Value != folder
        select $"{file.Path} declares {declared.Groups[1].Value}");

    [Theory]
    [InlineData("Kvell.Domain", "")]
    [InlineData("Kvell.Infrastructure", "Kvell.Domain")]
    [InlineData("Kvell.Web", "Kvell.Domain Kvell.Infrastructure")]
    public void Arrows_run_from_Web_to_Infrastructure_to_Domain(string project, string known)
    {
        var references = ProjectFile(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Equal(known.Split(' ', StringSplitOptions.RemoveEmptyEntries), references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_Domain_stands_on_the_base_library_alone()
    {
        Assert.DoesNotContain(ProjectFile("Kvell.Domain").Descendants(), element => element.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal));
        Assert.All(
            Assembly.Load("Kvell.Domain").GetReferencedAssemblies(),
            reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_project_has_its_versions_locked() =>
        Assert.All(Repository.Projects, project => Assert.True(File.Exists(Path.Combine(Repository.Root, project, "packages.lock.json")), project));

    private static XDocument ProjectFile(string project) => XDocument.Parse(Repository.Read($"{project}/{project}.csproj"));

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
