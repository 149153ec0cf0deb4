namespace Kvell.Web.Features.Users;

/// <summary>A password that an administrator has just given: shown once, kept nowhere.</summary>
public sealed record PasswordGift(string UserName, string FullName, string Password);

/// <summary>A user's dialog did what it was asked.</summary>
public sealed record UserDone(PasswordGift? Gift);
