using System.Reflection;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Architecture;

public sealed class UseCaseAccessTests(KvellHost host) : IClassFixture<KvellHost>
{
    private static readonly IEnumerable<Type> UseCases =
        typeof(KvellDbContext).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(typeof(IUseCase)));

    [Fact]
    public void Every_use_case_names_the_roles_that_may_run_it() =>
        Assert.DoesNotContain(UseCases, type => type.GetCustomAttribute<AllowedToAttribute>()?.Roles is not { Count: > 0 });

    [Fact]
    public async Task Every_use_case_denies_nobody_and_every_role_it_does_not_name()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var open = new List<string>();
        foreach (var type in UseCases)
            open.AddRange(await WhoGetsInAsync(scope.ServiceProvider.GetRequiredService(type)));
        Assert.Empty(open);
    }

    [Fact]
    public async Task A_use_case_that_forgets_to_ask_is_found() =>
        Assert.Equal(
            ["Forgetful: nobody", "Forgetful: FullRights", "Forgetful: Administrator"],
            await WhoGetsInAsync(new Forgetful()));

    /// <summary>An administrator sees every branch: what is the desk's alone must ask for more than that.</summary>
    [Fact]
    public void What_an_administrator_may_not_do_asks_who_lends_in_the_branch()
    {
        var desk = UseCases.Where(type => type.GetCustomAttribute<AllowedToAttribute>()?.Roles is { } roles && roles.Contains(UserRole.Receiver) && !roles.Contains(UserRole.Administrator))
            .Select(type => type.FullName).ToHashSet();
        Assert.NotEmpty(desk);
        Findings.None(KvellCode.Calls
            .Where(call => desk.Contains(call.Origin) && (call.Method is nameof(UseCaseAccess.DemandBranch) or "OnlyBranch"))
            .Select(call => $"{call.Origin}: {call.Method}"));
    }

    private static async Task<List<string>> WhoGetsInAsync(object useCase)
    {
        var named = useCase.GetType().GetCustomAttribute<AllowedToAttribute>()?.Roles ?? [];
        var strangers = Enum.GetValues<UserRole>().Except(named)
            .Select(role => new Actor(Guid.NewGuid(), role.ToString(), [role], null))
            .Prepend(Actor.Nobody with { Name = "nobody" });
        var inside = new List<string>();
        foreach (var execute in useCase.GetType().GetMethods().Where(method => method.Name == "ExecuteAsync"))
        {
            foreach (var stranger in strangers)
            {
                if (!await IsDeniedAsync(useCase, execute, stranger))
                    inside.Add($"{useCase.GetType().Name}: {stranger.Name}");
            }
        }

        return inside;
    }

    private static async Task<bool> IsDeniedAsync(object useCase, MethodInfo execute, Actor actor)
    {
        var arguments = execute.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(Actor) ? actor
            : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
            : null).ToArray();
        try
        {
            await (Task)execute.Invoke(useCase, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
            return false;
        }
        catch (AccessDeniedException)
        {
            return true;
        }
        catch (NullReferenceException)
        {
            // It went on to its work, and to the arguments that are missing here.
            return false;
        }
    }

    [AllowedTo(UserRole.Receiver)]
    private sealed class Forgetful : IUseCase
    {
        private int _runs;

        public Task<int> ExecuteAsync(Actor actor, CancellationToken cancellationToken) => Task.FromResult(++_runs);
    }
}
