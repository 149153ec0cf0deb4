using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Kvell.Domain.Pledges.Forms;

namespace Kvell.Infrastructure.Pledges;

/// <summary>The wizard's forms as a draft keeps them.</summary>
internal static class DraftContent
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic),
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(GroupForm form) => JsonSerializer.Serialize(form, Options);

    public static GroupForm Read(GroupDraft draft)
    {
        var form = JsonSerializer.Deserialize<GroupForm>(draft.Content, Options) ?? new GroupForm();
        return draft.IsSingle ? form.AsSingle() : form;
    }

    /// <summary>«Морозова Елена Андреевна, 2 предмета, вкладка «Перечень имущества»»; empty while nothing is typed.</summary>
    public static string Summarise(GroupForm form)
    {
        var name = form.Pledgor.Name.Full;
        var items = form.TypedItems.Count();
        if (name.Length == 0 && items == 0)
            return "";
        var count = items == 0 ? "" : $"{Russian.Count(items, "предмет", "предмета", "предметов")}, ";
        var summary = $"{(name.Length == 0 ? "Без имени" : name)}, {count}вкладка «{WizardTabs.NameOf(form.Tab)}»";
        return summary.Length <= 400 ? summary : summary[..400];
    }
}
