using Kvell.Domain.Common;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Identity;
using Kvell.Infrastructure.Persistence;
using Kvell.Tests.Hosting;
using Kvell.Tests.Pledges;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kvell.Tests.Identity;

/// <summary>What an administrator does to users.</summary>
public sealed class UsersTests : IAsyncDisposable
{
    private const string GoodPassword = "seven green tomatoes";
    private const string Last = "Это последний администратор: сначала назначьте другого.";
    private readonly StepIn _stepIn = new();
    private readonly BeforeBlock _beforeBlock = new();
    private readonly KvellHost _host;
    private readonly DemoAccount _admin = DemoAccounts.All.Single(account => account.UserName == "admin");

    public UsersTests() => _host = new KvellHost(new KvellHostOptions { Services = services => services.AddSingleton<IInterceptor>(_stepIn).AddSingleton<IInterceptor>(_beforeBlock) });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Actor Admin => new(_admin.Id, _admin.FullName, [UserRole.Administrator], null);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_new_user_with_two_roles_comes_in_with_both()
    {
        await CreateAsync(Form("orlova", UserRole.FullRights, UserRole.Administrator));
        var row = await RowAsync("orlova");
        Assert.Equal([UserRole.FullRights, UserRole.Administrator], (await Get<ActorDirectory>().FindAsync(row.Id, Cancellation)).Roles);
        await SignInAsync("orlova", GoodPassword);
    }

    [Fact]
    public async Task Every_field_that_is_wrong_says_so_and_nothing_is_saved()
    {
        var form = new UserForm { UserName = "Иванова", Password = "short" };
        form.Roles.Add(UserRole.Receiver);
        var refusals = await Get<CreateUser>().ExecuteAsync(Admin, form, Cancellation);
        Assert.Equal(
            [nameof(UserForm.UserName), nameof(UserForm.FullName), nameof(UserForm.BranchId), nameof(UserForm.Password)],
            refusals.Select(refusal => refusal.Field!));
        Assert.Equal(DemoAccounts.All.Count, (await Get<ListUsers>().ExecuteAsync(Admin, Cancellation)).Rows.Count);
    }

    [Theory]
    [InlineData("RECEIVER", nameof(UserForm.UserName), "уже занято")]
    [InlineData("", nameof(UserForm.UserName), "Введите имя")]
    public async Task A_name_that_is_taken_in_any_case_is_refused(string userName, string field, string words)
    {
        var refusal = Assert.Single(await Get<CreateUser>().ExecuteAsync(Admin, Form(userName, UserRole.FullRights), Cancellation));
        Assert.Equal(field, refusal.Field);
        Assert.Contains(words, refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_that_take_a_name_at_once_the_second_is_told()
    {
        _stepIn.Before("\"Branches\"", () => CreateAsync(Form("orlova", UserRole.FullRights)));
        var refusals = await Get<CreateUser>().ExecuteAsync(Admin, Form("orlova", UserRole.Receiver) with { BranchId = BranchId }, Cancellation);
        Assert.True(_stepIn.HasHappened);
        Assert.Contains("уже занято", Assert.Single(refusals).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_without_a_role_is_refused() =>
        Assert.Equal(nameof(UserForm.Roles), Assert.Single(await Get<CreateUser>().ExecuteAsync(Admin, Form("orlova"), Cancellation)).Field);

    [Fact]
    public async Task Whoever_changes_an_older_page_is_told()
    {
        var row = await RowAsync("receiver");
        Assert.Empty(await ChangeAsync(row, FormOf(row) with { FullName = "Петрова Анна Ивановна" }));
        Assert.Contains("другой администратор", Assert.Single(await ChangeAsync(row, FormOf(row))).Sentence, StringComparison.Ordinal);
        Assert.Equal("Петрова Анна Ивановна", (await RowAsync("receiver")).FullName);
    }

    [Fact]
    public async Task Changed_rights_end_the_sessions_and_a_changed_name_does_not()
    {
        var row = await RowAsync("receiver");
        var before = await StampAsync(row);
        await ChangeAsync(row, FormOf(row) with { FullName = "Петрова Анна Ивановна" });
        Assert.Equal(before, await StampAsync(row));
        await ChangeAsync(await RowAsync("receiver"), FormOf(row) with { Roles = [UserRole.FullRights] });
        Assert.NotEqual(before, await StampAsync(row));
    }

    [Fact]
    public async Task The_last_administrator_keeps_the_role_and_the_way_in()
    {
        var admin = await RowAsync("admin");
        var refusal = Assert.Single(await ChangeAsync(admin, FormOf(admin) with { Roles = [UserRole.FullRights] }));
        Assert.Equal((Last, nameof(UserForm.Roles)), (refusal.Sentence, refusal.Field));

        var deputy = await CreateAsync(Form("deputy", UserRole.Administrator));
        Assert.Null(await Get<BlockUser>().ExecuteAsync(Admin, deputy.UserId, Cancellation));
        Assert.Equal(Last, (await Get<BlockUser>().ExecuteAsync(deputy, admin.Id, Cancellation))!.Sentence);
    }

    [Fact]
    public async Task Nobody_blocks_himself() =>
        Assert.Contains("Себя", (await Get<BlockUser>().ExecuteAsync(Admin, _admin.Id, Cancellation))!.Sentence, StringComparison.Ordinal);

    [Fact]
    public async Task Of_two_administrators_who_block_each_other_at_once_one_stays()
    {
        var deputy = await CreateAsync(Form("deputy", UserRole.Administrator));
        _beforeBlock.Of(_admin.Id, async () => Assert.Null(await Get<BlockUser>().ExecuteAsync(Admin, deputy.UserId, Cancellation)));
        var second = await Get<BlockUser>().ExecuteAsync(deputy, _admin.Id, Cancellation);
        Assert.True(_beforeBlock.HasHappened);
        Assert.Equal(Last, second?.Sentence);
    }

    [Fact]
    public async Task A_blocked_user_is_nobody_and_comes_back_when_unblocked()
    {
        var row = await RowAsync("receiver");
        Assert.Null(await Get<BlockUser>().ExecuteAsync(Admin, row.Id, Cancellation));
        Assert.Same(Actor.Nobody, await Get<ActorDirectory>().FindAsync(row.Id, Cancellation));
        Assert.Null(await Get<UnblockUser>().ExecuteAsync(Admin, row.Id, Cancellation));
        Assert.Equal(row.FullName, (await Get<ActorDirectory>().FindAsync(row.Id, Cancellation)).Name);
    }

    [Fact]
    public async Task A_weak_password_is_refused_at_its_field_and_the_old_one_stays()
    {
        var row = await RowAsync("receiver");
        var refusal = await Get<ResetPassword>().ExecuteAsync(Admin, row.Id, "aaaaaaaaaaaaaaa", true, Cancellation);
        Assert.Equal(ResetPassword.PasswordField, refusal?.Field);
        await SignInAsync("receiver", DemoAccounts.Password);
    }

    [Fact]
    public void A_made_password_is_good_enough_and_new_each_time()
    {
        var made = Enumerable.Range(0, 100).Select(_ => Passwords.Generate()).ToList();
        Assert.Distinct(made);
        Assert.All(made, password => Assert.Matches("^([A-Za-z2-9]{4}-){3}[A-Za-z2-9]{4}$", password));
    }

    private static Guid BranchId => DemoAccounts.All[0].BranchId!.Value;

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    private static UserForm Form(string userName, params UserRole[] roles) =>
        new() { UserName = userName, FullName = "Орлова Вера Игоревна", Roles = [.. roles], Password = GoodPassword, MustChangePassword = false };

    private static UserForm FormOf(UserRow row) => new() { UserName = row.UserName, FullName = row.FullName, Roles = [.. row.Roles], BranchId = row.BranchId };

    private Task<IReadOnlyList<Refusal>> ChangeAsync(UserRow row, UserForm form) => Get<ChangeUser>().ExecuteAsync(Admin, row.Id, row.Stamp, form, Cancellation);

    private async Task<Actor> CreateAsync(UserForm form)
    {
        Assert.Empty(await Get<CreateUser>().ExecuteAsync(Admin, form, Cancellation));
        var row = await RowAsync(form.UserName);
        return new Actor(row.Id, row.FullName, row.Roles, row.BranchId);
    }

    private async Task<UserRow> RowAsync(string userName) =>
        (await Get<ListUsers>().ExecuteAsync(Admin, Cancellation)).Rows.Single(row => row.UserName == userName);

    private async Task<string?> StampAsync(UserRow row)
    {
        await using var db = await Get<IDbContextFactory<KvellDbContext>>().CreateDbContextAsync(Cancellation);
        return await db.Users.Where(user => user.Id == row.Id).Select(user => user.SecurityStamp).SingleAsync(Cancellation);
    }

    private async Task SignInAsync(string userName, string password)
    {
        using var visitor = _host.CreateVisitor();
        using var answer = await visitor.PostSignInAsync(userName, password, Cancellation);
        Assert.Equal("/", answer.PathOfRedirect());
    }

    /// <summary>Lets another in when everything is decided and the commit that blocks somebody is about to be made, once.</summary>
    private sealed class BeforeBlock : SaveChangesInterceptor
    {
        private (Guid UserId, Func<Task> Other)? _planned;

        public bool HasHappened { get; private set; }

        public void Of(Guid userId, Func<Task> other) => _planned = (userId, other);

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (_planned is { } planned && eventData.Context!.ChangeTracker.Entries<KvellUser>().Any(entry => entry.Entity.Id == planned.UserId && entry.Entity.IsBlocked))
            {
                (_planned, HasHappened) = (null, true);
                await planned.Other();
            }

            return result;
        }
    }
}
