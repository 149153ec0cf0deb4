namespace Kvell.Domain.Pledges;

/// <summary>Everything known of a client but the questionnaire. Optional texts are empty, never null.</summary>
public sealed record PledgorDetails
{
    public required PersonName Name { get; init; }

    public required DateOnly BirthDate { get; init; }

    public required IdentityDocument Document { get; init; }

    public string Citizenship { get; init; } = "";

    public string BirthPlace { get; init; } = "";

    public string Address { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public string Inn { get; init; } = "";

    public string Snils { get; init; } = "";
}
