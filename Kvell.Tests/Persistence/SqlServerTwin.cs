using System.Linq.Expressions;
using System.Reflection;
using Kvell.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace Kvell.Tests.Persistence;

/// <summary>
/// Sees what an application on SQLite asks its database, and has the same asked of SQL Server, by a context whose commands are caught
/// before they go anywhere: each query when it is compiled, each commit by its tracked rows.
/// </summary>
internal sealed class SqlServerTwin : SaveChangesInterceptor, IQueryExpressionInterceptor
{
    private readonly Lock _gate = new();

    /// <summary>What would have been sent to SQL Server.</summary>
    public CaughtCommands Caught { get; } = new();

    /// <summary>What SQL Server's provider could not make a command of.</summary>
    public List<string> Untranslatable { get; } = [];

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        lock (_gate)
        {
            using var twin = Open();
            try
            {
                var provider = twin.GetService<IAsyncQueryProvider>();
                Run(provider, new Rebound(twin, provider).Visit(queryExpression));
            }
            catch (Exception failure) when (Cause(failure) is InvalidOperationException { Source: "System.Linq" })
            {
                // «Sequence contains no elements»: the command was caught, and answered with nothing.
            }
            catch (Exception failure)
            {
                Untranslatable.Add(Cause(failure).Message);
            }
        }

        return queryExpression;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var entries = eventData.Context!.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        lock (_gate)
        {
            using var twin = Open();
            twin.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            foreach (var entry in entries)
                Track(twin, entry);
            try
            {
                twin.SaveChanges();
            }
            catch (DbUpdateException)
            {
                // Nobody answered how many rows it touched.
            }
        }

        return ValueTask.FromResult(result);
    }

    public SqlServerKvellDbContext Open() => new(new DbContextOptionsBuilder<SqlServerKvellDbContext>()
        .UseSqlServer("Server=nowhere;Database=Kvell;Encrypt=False")
        .AddInterceptors(Caught, new NeverOpened())
        .Options);

    private static Exception Cause(Exception failure) => failure is TargetInvocationException { InnerException: { } cause } ? cause : failure;

    private static void Track(DbContext twin, EntityEntry entry) => twin.Entry(entry.Entity).State = entry.State;

    /// <summary>As the application ran it: a list to its end, a single answer at once.</summary>
    private static void Run(IAsyncQueryProvider provider, Expression query)
    {
        if (query.Type.IsGenericType && query.Type.IsAssignableTo(typeof(IQueryable)))
        {
            foreach (var row in provider.CreateQuery(query))
                _ = row;
            return;
        }

        provider.Execute(query);
    }

    /// <summary>The other model's sets, and a sample in place of each parameter's value.</summary>
    private sealed class Rebound(DbContext twin, IAsyncQueryProvider provider) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression root when root.GetType() == typeof(EntityQueryRootExpression) =>
                new EntityQueryRootExpression(provider, twin.Model.FindEntityType(root.EntityType.Name)!),
            QueryParameterExpression parameter => Sample(parameter.Type),
            _ => base.VisitExtension(node),
        };

        /// <summary>A captured variable, so that it becomes a parameter again.</summary>
        private static MemberExpression Sample(Type type)
        {
            var holder = Activator.CreateInstance(typeof(Holder<>).MakeGenericType(type), SampleValues.Of(type))!;
            return Expression.Field(Expression.Constant(holder), "Value");
        }
    }

    private sealed class Holder<T>(object? value)
    {
        public readonly T Value = (T)value!;
    }
}
