using Kvell.Web.Features.CardTopUps;
using Xunit;

namespace Kvell.Tests.CardTopUps;

public sealed class PayoutsInViewTests
{
    [Fact]
    public void What_a_page_showed_is_not_taken_away_from_the_one_in_its_place()
    {
        var (view, before, now, draft) = (new PayoutsInView(), new object(), new object(), Guid.NewGuid());
        view.Show(before, draft);
        view.Show(now, draft);
        view.Hide(before);
        Assert.Equal(draft, view.DraftId);
        view.Hide(now);
        Assert.Null(view.DraftId);
    }
}
