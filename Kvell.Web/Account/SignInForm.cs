namespace Kvell.Web.Account;

/// <summary>What the sign-in page posts. The password is never rendered back.</summary>
public sealed class SignInForm
{
    private string _userName = "";

    public string UserName
    {
        get => _userName;
        set => _userName = value?.Trim() ?? "";
    }

    private string _password = "";

    public string Password
    {
        get => _password;
        set => _password = value ?? "";
    }
}
