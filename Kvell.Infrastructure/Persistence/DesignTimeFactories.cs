using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Kvell.Infrastructure.Persistence;

/// <summary>For <c>dotnet ef migrations add … --context SqliteKvellDbContext -o Persistence/Migrations/Sqlite</c>.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteKvellDbContext>
{
    public SqliteKvellDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteKvellDbContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>For <c>dotnet ef migrations add … --context SqlServerKvellDbContext -o Persistence/Migrations/SqlServer</c>.</summary>
public sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerKvellDbContext>
{
    public SqlServerKvellDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerKvellDbContext>().UseSqlServer("Server=.;Database=Kvell").Options);
}
