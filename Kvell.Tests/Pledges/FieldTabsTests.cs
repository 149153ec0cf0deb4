using Kvell.Domain.Pledges.Forms;
using Xunit;

namespace Kvell.Tests.Pledges;

/// <summary>A link to a field opens the tab that the field's refusal is on.</summary>
public sealed class FieldTabsTests
{
    [Fact]
    public void Every_refusals_field_is_on_its_tab()
    {
        var form = Sample.Group("100", "200");
        (form.Issue.Date, form.Issue.Cash) = ("?", "?");
        foreach (var item in form.Items)
            (item.Kind, item.Gross, item.Loan) = ("", "?", "?");
        var refusals = GroupRules.Check(form, PledgeDesk.Noon.UtcDateTime, TimeZoneInfo.Utc)
            .Concat(GroupRules.Check(new GroupForm(), PledgeDesk.Noon.UtcDateTime, TimeZoneInfo.Utc)).ToList();
        Assert.Equal(WizardTabs.All, refusals.Select(refusal => refusal.Tab).Distinct().Order());
        Assert.All(refusals.Where(refusal => refusal.Field.Contains('-', StringComparison.Ordinal)), refusal => Assert.Equal(refusal.Tab, FieldTabs.Of(refusal.Field)));
        Assert.Equal(WizardTab.Documents, FieldTabs.Of(FieldKeys.NextBlank));
        Assert.Null(FieldTabs.Of(""));
        Assert.Null(FieldTabs.Of("zero"));
    }
}
