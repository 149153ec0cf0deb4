namespace Kvell.Domain.Common;

/// <summary>
/// A client's name in the dative: «Карта принадлежит Иванову И. И.». The gender is the patronymic's; what isn't sure
/// stays in the nominative, which is never wrong on a screen.
/// </summary>
public static class RussianName
{
    private enum Gender
    {
        Unsure,
        Male,
        Female,
    }

    /// <summary>«Иванову И. И.»</summary>
    public static string DativeWithInitials(Pledges.PersonName name)
    {
        var gender = GenderOf(name.Middle);
        var last = string.Join('-', name.Last.Split('-').Select(part => Dative(part, gender)));
        return (name with { Last = last }).WithInitials;
    }

    private static Gender GenderOf(string middle)
    {
        var word = middle.Trim().ToLowerInvariant();
        if (Ends(word, "вич", "ич", "оглы", "улы"))
            return Gender.Male;
        return Ends(word, "вна", "чна", "кызы", "гызы") ? Gender.Female : Gender.Unsure;
    }

    private static string Dative(string surname, Gender gender)
    {
        var word = surname.ToLowerInvariant();
        if (word.Length < 3 || Ends(word, "о", "е", "ё", "э", "и", "у", "ю", "ы", "ых", "их", "иа", "уа", "оа", "еа"))
            return surname;
        return gender switch
        {
            Gender.Male => Male(surname, word),
            Gender.Female => Female(surname, word),
            _ => surname,
        };
    }

    private static string Male(string surname, string word)
    {
        if (Ends(word, "кий", "гий", "хий", "ый", "ой"))
            return surname[..^2] + "ому";
        if (Ends(word, "ний", "чий", "щий", "жий", "ший"))
            return surname[..^2] + "ему";
        if (Ends(word, "ай", "уй", "ь"))
            return surname[..^1] + "ю";

        // A vowel that may or may not drop out (Кравец, Соловей, Бобёр), an adjective's feminine: unsure.
        if (Ends(word, "й", "ец", "ок", "ек", "ёк", "ёр", "ел", "ая", "яя"))
            return surname;
        return Ends(word, "а", "я") ? OfFirstDeclension(surname, word) : surname + "у";
    }

    private static string Female(string surname, string word)
    {
        if (Ends(word, "ова", "ева", "ёва", "ина", "ына"))
            return surname[..^1] + "ой";
        if (Ends(word, "няя", "чая", "щая", "жая", "шая"))
            return surname[..^2] + "ей";
        if (Ends(word, "ая"))
            return surname[..^2] + "ой";
        return Ends(word, "а", "я") ? OfFirstDeclension(surname, word) : surname;
    }

    private static string OfFirstDeclension(string surname, string word) =>
        surname[..^1] + (Ends(word, "ия") ? "и" : "е");

    private static bool Ends(string word, params string[] endings) =>
        endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));
}
