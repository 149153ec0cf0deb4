using Kvell.Domain.Common;

namespace Kvell.Domain.Pledges.Forms;

/// <summary>What must be right in «Перечень имущества».</summary>
public static class ItemRules
{
    public const int MostTickets = 99;

    private const string NoNumber = "нужно число, например 3,10";

    public static IEnumerable<FieldRefusal> Check(IReadOnlyList<ItemForm> items)
    {
        var refusals = new RefusalList(WizardTab.Items);
        if (items.All(item => item.IsBlank))
            refusals.Missing(FieldKeys.Item(1, FieldKeys.ItemKind), "Перечень имущества", "Добавьте хотя бы один предмет");
        for (var i = 0; i < items.Count; i++)
        {
            if (!items[i].IsBlank)
                CheckRow(items[i], new Row(i + 1, refusals));
        }

        return refusals.All;
    }

    private static void CheckRow(ItemForm item, Row row)
    {
        if (TypedText.IsBlank(item.Kind))
            row.Missing(FieldKeys.ItemKind, "Вид", "введите вид");
        if (item.HasMetal && TypedText.IsBlank(item.Fineness))
            row.Missing(FieldKeys.ItemFineness, "Проба", "выберите пробу");
        CheckWeights(item, row);
        if (!TypedText.IsBlank(item.Price) && item.Numbers.Price is null)
            row.Wrong(FieldKeys.ItemPrice, "Цена за грамм", "нужна сумма, например 2150,00");
        if (item.Numbers.Factor is not (> 0 and <= ItemNumbers.LargestFactor))
            row.Wrong(FieldKeys.ItemFactor, "Коэф.", $"нужно число от 0,001 до {ItemNumbers.LargestFactor}");
        CheckMoney(item, row);
        if (!item.HasTicket)
            row.Wrong(FieldKeys.ItemTicket, "Билет", "билет отменён: выберите другой или удалите предмет");
        else if (item.Ticket is < 1 or > MostTickets)
            row.Wrong(FieldKeys.ItemTicket, "Билет", $"номер билета от 1 до {MostTickets}");
    }

    private static void CheckWeights(ItemForm item, Row row)
    {
        var (gross, inserts) = (item.Numbers.Gross, item.Numbers.Inserts);
        if (TypedText.IsBlank(item.Gross) && item.HasMetal)
            row.Missing(FieldKeys.ItemGross, "Общий вес", "введите общий вес");
        else if (!TypedText.IsBlank(item.Gross) && gross is null)
            row.Wrong(FieldKeys.ItemGross, "Общий вес", NoNumber);
        else if (gross is 0 or > ItemNumbers.HeaviestGrams)
            row.Wrong(FieldKeys.ItemGross, "Общий вес", "вес больше 0 и не больше 100 кг");
        if (inserts is null)
            row.Wrong(FieldKeys.ItemInserts, "Вес вставок", NoNumber);
        else if (gross > 0 && inserts >= gross)
            row.Wrong(FieldKeys.ItemInserts, "Вес вставок", "вставки весят меньше всего предмета");
    }

    private static void CheckMoney(ItemForm item, Row row)
    {
        var appraisal = item.Appraisal;
        if (!TypedText.IsBlank(item.TypedAppraisal) && appraisal is null)
            row.Wrong(FieldKeys.ItemAppraisal, "Оценка", "нужна сумма, например 6665,00");
        else if (appraisal is null)
            row.Missing(FieldKeys.ItemAppraisal, "Оценка", "введите оценку, или вес и цену за грамм");
        else if (!appraisal.Value.IsPositive)
            row.Wrong(FieldKeys.ItemAppraisal, "Оценка", "оценка больше нуля");
        if (TypedText.IsBlank(item.Loan))
            row.Missing(FieldKeys.ItemLoan, "Сумма займа", "введите сумму займа");
        else if (item.LoanAmount is not { } loan)
            row.Wrong(FieldKeys.ItemLoan, "Сумма займа", "нужна сумма, например 1234,50");
        else if (!loan.IsPositive)
            row.Wrong(FieldKeys.ItemLoan, "Сумма займа", "сумма займа больше нуля");
        else if (appraisal is { IsPositive: true } most && loan > most)
            row.Wrong(FieldKeys.ItemLoan, "Сумма займа", $"сумма займа больше оценки на {loan - most}. Поставьте не больше {most}.");
    }

    private sealed record Row(int Number, RefusalList Refusals)
    {
        public void Missing(string cell, string label, string sentence) =>
            Refusals.Missing(FieldKeys.Item(Number, cell), LabelOf(label), Sentence(sentence));

        public void Wrong(string cell, string label, string sentence) =>
            Refusals.Wrong(FieldKeys.Item(Number, cell), LabelOf(label), Sentence(sentence));

        private string LabelOf(string label) => $"{label}, предмет {Number}";

        private string Sentence(string sentence) => $"Предмет {Number}: {sentence}";
    }
}
