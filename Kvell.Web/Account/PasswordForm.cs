namespace Kvell.Web.Account;

/// <summary>What the password page posts. Passwords are never rendered back.</summary>
public sealed class PasswordForm
{
    private string _current = "";
    private string _chosen = "";
    private string _repeated = "";

    public string Current
    {
        get => _current;
        set => _current = value ?? "";
    }

    public string Chosen
    {
        get => _chosen;
        set => _chosen = value ?? "";
    }

    public string Repeated
    {
        get => _repeated;
        set => _repeated = value ?? "";
    }
}
