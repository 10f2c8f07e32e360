using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Hosting;

public sealed class DatabaseTests(ConsoleFactory console) : IClassFixture<ConsoleFactory>
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("busy_timeout", "0")]
    [InlineData("foreign_keys", "1")]
    public async Task Connection_FromTheFactory_KeepsWhatWasCommitted(string pragma, string expected)
    {
        var contexts = console.Services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>();
        await using var context = await contexts.CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        var value = await command.ExecuteScalarAsync();

        Assert.Equal(expected, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
    }
}
