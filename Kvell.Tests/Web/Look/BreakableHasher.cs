using Kvell.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;

namespace Kvell.Tests.Web.Look;

/// <summary>The product's own check of passwords, but for one that breaks it.</summary>
internal sealed class BreakableHasher : PasswordHasher<KvellUser>
{
    public const string Breaking = "Breaks-the-check-1!";

    public override PasswordVerificationResult VerifyHashedPassword(KvellUser user, string hashedPassword, string providedPassword) =>
        providedPassword == Breaking
            ? throw new InvalidOperationException("The password check broke.")
            : base.VerifyHashedPassword(user, hashedPassword, providedPassword);
}
