using Kvell.Domain.Common;
using Kvell.Domain.Pledges;
using Xunit;

namespace Kvell.Tests.Pledges;

public sealed class RussianNameTests
{
    [Theory]
    [InlineData("Иванов", "Иван", "Иванович", "Иванову И. И.")]
    [InlineData("Пушкин", "Александр", "Сергеевич", "Пушкину А. С.")]
    [InlineData("Соловьёв", "Пётр", "Ильич", "Соловьёву П. И.")]
    [InlineData("Вишневский", "Олег", "Юрьевич", "Вишневскому О. Ю.")]
    [InlineData("Толстой", "Лев", "Николаевич", "Толстому Л. Н.")]
    [InlineData("Белый", "Андрей", "Борисович", "Белому А. Б.")]
    [InlineData("Крайний", "Илья", "Олегович", "Крайнему И. О.")]
    [InlineData("Мельник", "Иван", "Иванович", "Мельнику И. И.")]
    [InlineData("Гоголь", "Николай", "Васильевич", "Гоголю Н. В.")]
    [InlineData("Глинка", "Михаил", "Иванович", "Глинке М. И.")]
    [InlineData("Берия", "Серго", "Лаврентьевич", "Берии С. Л.")]
    [InlineData("Римский-Корсаков", "Николай", "Андреевич", "Римскому-Корсакову Н. А.")]
    [InlineData("Алиев", "Гейдар", "Гусейн оглы", "Алиеву Г. Г.")]
    [InlineData("Иванова", "Анна", "Викторовна", "Ивановой А. В.")]
    [InlineData("Вишневская", "Галина", "Павловна", "Вишневской Г. П.")]
    [InlineData("Крайняя", "Ольга", "Ильинична", "Крайней О. И.")]
    [InlineData("Глинка", "Мария", "Петровна", "Глинке М. П.")]
    [InlineData("Мельник", "Анна", "Петровна", "Мельник А. П.")]
    [InlineData("Шевченко", "Тарас", "Григорьевич", "Шевченко Т. Г.")]
    [InlineData("Шевченко", "Оксана", "Григорьевна", "Шевченко О. Г.")]
    [InlineData("Черных", "Иван", "Петрович", "Черных И. П.")]
    [InlineData("Дурново", "Пётр", "Николаевич", "Дурново П. Н.")]
    [InlineData("Гулиа", "Георгий", "Дмитриевич", "Гулиа Г. Д.")]
    [InlineData("Кравец", "Иван", "Петрович", "Кравец И. П.")]
    [InlineData("Соловей", "Иван", "Петрович", "Соловей И. П.")]
    [InlineData("Ким", "Ын", "", "Ким Ы.")]
    [InlineData("Иванов", "Иван", "", "Иванов И.")]
    public void A_name_is_put_in_the_dative_or_left_alone_when_unsure(string last, string first, string middle, string expected) =>
        Assert.Equal(expected, RussianName.DativeWithInitials(new PersonName(last, first, middle)));
}
