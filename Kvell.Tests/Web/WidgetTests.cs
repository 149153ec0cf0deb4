using Bunit;
using Kvell.Domain.CardTopUps;
using Kvell.Infrastructure.Lists;
using Kvell.Web.Components;
using Kvell.Web.Components.Widgets;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Web;

public sealed class WidgetTests : BunitContext
{
    public WidgetTests() => SetRendererInfo(new RendererInfo("Server", isInteractive: true));

    [Fact]
    public void A_state_is_colour_icon_and_word_and_no_two_look_alike()
    {
        var chips = Enum.GetValues<TopUpState>().Select(state => Render<StateChip>(chip => chip.Add(x => x.State, state))).ToList();
        Assert.All(chips, chip => Assert.Equal("true", chip.Find("svg").GetAttribute("aria-hidden")));
        Assert.Equal(chips.Count, chips.Select(chip => chip.Find(".st").TextContent.Trim()).Distinct().Count());
        Assert.Equal(chips.Count, chips.Select(chip => chip.Find("path").GetAttribute("d")).Distinct().Count());
        Assert.Equal(chips.Count, chips.Select(chip => chip.Find(".st").ClassName).Distinct().Count());
    }

    [Fact]
    public void A_pager_goes_where_there_is_something()
    {
        var forward = new ListPlace("ЛВЕС-000014", Guid.NewGuid(), IsBack: false);
        var pager = Render<Pager>(x => x.Add(p => p.Forward, forward));
        Assert.True(pager.Find("button:nth-of-type(1)").HasAttribute("disabled"));
        pager.Find("button:nth-of-type(2)").Click();
        Assert.EndsWith($"?place={Uri.EscapeDataString(forward.ToString())}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_pressed_before_it_works()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        var place = new ListPlace("1", Guid.NewGuid(), IsBack: false);
        var pager = Render<Pager>(x => x.Add(p => p.Forward, place).Add(p => p.Back, place));
        Assert.All(pager.FindAll("button"), button => Assert.True(button.HasAttribute("disabled")));
        var note = Render<ErrorNote>(x => x.Add(p => p.OnRetry, () => { }));
        Assert.True(note.Find("button").HasAttribute("disabled"));
    }

    [Fact]
    public void A_row_opens_by_a_click_anywhere_in_it()
    {
        var row = Render<OpenRow>(x => x.Add(p => p.Href, "/top-ups/1").AddChildContent("<td>2</td>"));
        row.Find("tr").Click();
        Assert.EndsWith("/top-ups/1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LoadState.Loading, "Загружаем…")]
    [InlineData(LoadState.Denied, "Нет доступа")]
    [InlineData(LoadState.Failed, "Не удалось прочитать")]
    [InlineData(LoadState.Ready, "содержание")]
    public void What_is_shown_says_how_it_stands(LoadState state, string words)
    {
        var loaded = Render<Loaded>(x => x.Add(p => p.State, state).AddChildContent("содержание"));
        Assert.Contains(words, loaded.Markup, StringComparison.Ordinal);
        Assert.Equal(state == LoadState.Ready, loaded.Markup.Contains("содержание", StringComparison.Ordinal));
    }

    [Fact]
    public void A_tick_is_said_aloud()
    {
        Assert.Equal("Да", Render<Tick>(x => x.Add(p => p.On, true)).Find(".vh").TextContent);
        Assert.Equal("Нет", Render<Tick>(x => x.Add(p => p.On, false)).Find(".vh").TextContent);
    }

    [Fact]
    public void Initials_stay_together() =>
        Assert.Equal("Иванов И.\u00A0И.", Render<ShortName>(x => x.Add(p => p.Of, "Иванов Иван Иванович")).Markup.Trim());
}
