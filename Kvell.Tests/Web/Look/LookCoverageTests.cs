using Kvell.Tests.Architecture;
using Xunit;

namespace Kvell.Tests.Web.Look;

/// <summary>No screen is forgotten: a new page or dialog has no picture until somebody looks at it.</summary>
public sealed class LookCoverageTests
{
    private static readonly HashSet<string> Seen = [.. Sight.All.Select(sight => sight.Shows)];

    [Fact]
    public void Every_page_is_looked_at()
    {
        Assert.Contains("DeskPage", RouteOf.Pages.Keys);
        Assert.Empty(RouteOf.Pages.Keys.Except(Seen));
    }

    [Fact]
    public void Every_dialog_is_looked_at()
    {
        var dialogs = Directory.EnumerateFiles(Path.Combine(Repository.Root, "Kvell.Web"), "*Dialog.razor", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension).OfType<string>().ToList();
        Assert.Contains("PayoutDialog", dialogs);
        Assert.Empty(dialogs.Except(Seen));
    }

    [Fact]
    public void Each_sight_has_a_name_of_its_own() => Assert.Distinct(Sight.All.Select(sight => sight.Name));
}
