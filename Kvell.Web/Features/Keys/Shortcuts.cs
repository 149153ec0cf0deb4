namespace Kvell.Web.Features.Keys;

/// <param name="Where">Null: everywhere.</param>
public sealed record Shortcut(string Keys, string What, string? Where = null);

/// <summary>Every key there is: the one list behind the sheet «Клавиши». A test holds it against the pages and the scripts.</summary>
public static class Shortcuts
{
    public static IReadOnlyList<Shortcut> All { get; } =
    [
        new("?", "Эта подсказка"),
        new("Ctrl+K", "Найти билет, клиента, документ"),
        new("Ctrl+Enter", "Далее, сохранить или подтвердить в окне"),
        new("Esc", "Закрыть окно, ничего не делая"),
        new("F2", "Выдать займ", "Рабочий стол"),
        new("Ctrl+F", "Поиск в списке; второй раз – поиск браузера", "Списки"),
        new("Alt+Н", "Найти клиента", "Залогодатель"),
        new("Ins", "Новый клиент", "Залогодатель"),
        new("Ins", "Новый предмет", "Перечень имущества"),
        new("Enter", "Следующая ячейка, с Shift – предыдущая", "Перечень имущества"),
        new("F4", "Открыть список", "Перечень имущества"),
        new("Ctrl+D", "Повторить строку", "Перечень имущества"),
        new("Ctrl+Del", "Удалить предмет", "Перечень имущества"),
        new("Ctrl+V", "Вставить строки из таблицы", "Перечень имущества"),
        new("Ctrl+P", "Печать залоговых билетов", "Оформление документов"),
        new("F9", "Провести", "Оформление документов"),
        new("F8", "Пополнение карты клиента", "Оформление документов, Операция по залогу"),
        new("F10", "Печать чека", "Оформление документов, Операция по залогу"),
    ];
}
