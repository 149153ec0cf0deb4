namespace Kvell.Domain.Pledges;

/// <summary>«Залогодатель»: a client. Pledgors belong to the firm, not to a branch.</summary>
public sealed class Pledgor
{
    private Pledgor()
    {
    }

    public Guid Id { get; private set; }

    public PersonName Name { get; private set; } = new("", "", "");

    public static Pledgor Create(Guid id, PersonName name) => new() { Id = id, Name = name };
}
