namespace Kvell.Domain.Settings;

/// <summary>Who lends, as it stands on the papers.</summary>
/// <param name="Registration">ИНН and ОГРН, as they are to be printed.</param>
public sealed record FirmDetails(string Name, string Address, string Registration)
{
    public static FirmDetails None { get; } = new("", "", "");
}
