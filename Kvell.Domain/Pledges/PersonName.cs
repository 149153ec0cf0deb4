namespace Kvell.Domain.Pledges;

/// <summary>Фамилия, имя, отчество (the last may be empty).</summary>
public sealed record PersonName(string Last, string First, string Middle)
{
    /// <summary>«Иванов Иван Иванович»</summary>
    public string Full => string.Join(' ', new[] { Last, First, Middle }.Where(part => part.Length > 0));

    /// <summary>«Иванов И. И.»</summary>
    public string WithInitials => InitialsOf(Full);

    /// <summary>Shortens a full name as it is stored on documents.</summary>
    public static string InitialsOf(string full)
    {
        var parts = full.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', parts.Take(1).Concat(parts.Skip(1).Take(2).Select(part => $"{part[0]}.")));
    }
}
