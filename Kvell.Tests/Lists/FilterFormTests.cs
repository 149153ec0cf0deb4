using Kvell.Infrastructure.CardTopUps;
using Kvell.Web.Components.Lists;
using Xunit;

namespace Kvell.Tests.Lists;

/// <summary>The way of a search to the address and back takes as long as the line does; meanwhile somebody types on.</summary>
public sealed class FilterFormTests
{
    private readonly FilterForm _form = new(() => { });

    [Fact]
    public void What_was_typed_on_meanwhile_stays_when_the_address_comes_back_with_less()
    {
        Say("0");
        Say("00");
        _form.Search = "000";
        Follow("0");
        Follow("00");
        Assert.Equal("000", _form.Search);
        Assert.True(_form.TrySaySearch());
        Follow("000");
        Assert.Equal("000", _form.Search);
    }

    [Fact]
    public void Several_may_come_back_as_one()
    {
        Say("0");
        Say("00");
        _form.Search = "000";
        Follow("00");
        Assert.Equal("000", _form.Search);
        Assert.Equal("00", _form.SaidSearch);
    }

    [Fact]
    public void Back_and_forward_are_followed()
    {
        Say("0");
        Follow("0");
        Follow("");
        Assert.Equal("", _form.Search);
        Follow("0");
        Assert.Equal("0", _form.Search);
    }

    [Fact]
    public void What_is_deleted_before_the_address_came_back_is_said()
    {
        Say("0");
        _form.Search = "";
        Assert.True(_form.TrySaySearch());
        Follow("0");
        Assert.Equal("", _form.Search);
        Assert.False(_form.TrySaySearch());
    }

    [Fact]
    public void After_a_reset_the_same_search_is_said_again()
    {
        Say("0");
        _form.Clear();
        Follow("");
        Say("0");
    }

    private void Say(string search)
    {
        _form.Search = search;
        Assert.True(_form.TrySaySearch());
    }

    private void Follow(string search) => _form.Follow(new TopUpFilter { Search = search });
}
