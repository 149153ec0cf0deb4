using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Infrastructure.Identity;

/// <summary>Identity's rules and hash for use-cases that save by themselves.</summary>
public sealed class Passwords(IServiceScopeFactory scopes)
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Groups = 4;
    private const int GroupLength = 4;

    /// <summary>Four groups of four without look-alikes, some 92 bits: to be read out, typed once and changed.</summary>
    public static string Generate() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => new string(RandomNumberGenerator.GetItems<char>(Alphabet, GroupLength))));

    /// <summary>Sets the password where it is good enough.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public async Task<string?> TrySetAsync(KvellUser user, string password)
    {
        if (password.Length == 0)
            return "Введите пароль или нажмите «Сформировать».";
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<KvellUser>>();
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, user, password) is { Succeeded: false } result)
                return result.Errors.First().Description;
        }

        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        return null;
    }
}
