using Kvell.Domain.Pledges.Forms;
using Kvell.Tests.Hosting;
using Kvell.Tests.Lab.Benchmarks;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>A key in «Перечень имущества» costs as much in a long list as in a short one (<c>bench key-50</c> has the time).</summary>
public sealed class ItemsGridTests
{
    [Theory]
    [InlineData(FieldKeys.ItemGross, "7,77")]
    [InlineData(FieldKeys.ItemGross, "7,7a")]
    [InlineData(FieldKeys.ItemKind, "Бра")]
    [InlineData(FieldKeys.ItemLoan, "90")]
    public async Task A_key_renders_no_row_but_its_own(string cell, string typed)
    {
        await using var host = ServerPage.StartHost("receiver");
        await using var few = await KeyScale.OpenAsync(host, 5);
        await using var many = await KeyScale.OpenAsync(host, 50);
        var expected = await RenderedAsync(few);
        Assert.InRange(expected, 10, 40);
        Assert.Equal(expected, await RenderedAsync(many));

        async Task<int> RenderedAsync(ServerPage page)
        {
            var type = await page.TypingAsync(FieldKeys.Item(3, cell), typed);
            var before = page.Rendered;
            await type();
            return page.Rendered - before;
        }
    }

    /// <summary>Weights within the largest numbers that can be read don't overflow what is reckoned of them.</summary>
    [Fact]
    public void What_is_out_of_bounds_is_reckoned_to_nothing()
    {
        var item = new ItemForm { Kind = "Слиток", Gross = "999999999999", Price = "9999999999,99", Factor = "999999999999" };
        Assert.Null(item.ReckonedAppraisal);
        item.Factor = "10";
        Assert.Null(item.ReckonedAppraisal);
        item.Gross = "100000";
        Assert.NotNull(item.ReckonedAppraisal);
    }
}
