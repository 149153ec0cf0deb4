using Kvell.Infrastructure.Branches.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace Kvell.Infrastructure.Branches;

public static class BranchServices
{
    /// <summary>Use-cases of «Филиалы».</summary>
    public static IServiceCollection AddKvellBranches(this IServiceCollection services) => services
        .AddSingleton<ListBranches>()
        .AddSingleton<ShowBranch>()
        .AddSingleton<CreateBranch>()
        .AddSingleton<SaveBranch>()
        .AddSingleton<ReceiveBlanks>()
        .AddSingleton<ShowBlankReport>()
        .AddSingleton<ShowTerminal>()
        .AddSingleton<SaveTerminal>()
        .AddSingleton<LoadPrivateKey>()
        .AddSingleton<LoadPublicKey>()
        .AddSingleton<GenerateKeys>()
        .AddSingleton<DownloadPublicKey>();
}
