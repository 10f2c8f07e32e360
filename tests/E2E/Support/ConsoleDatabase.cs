using AuraConsole.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.E2E.Support;

/// <summary>Looks into a console's database file, beside the console.</summary>
internal sealed class ConsoleDatabase : IDisposable
{
    private readonly ServiceProvider _services;

    public ConsoleDatabase(DataFolder data)
    {
        var configuration = new ConfigurationManager { [DatabaseOptions.Key] = $"Data Source={data.Database}" };
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        _services = new ServiceCollection().AddLogging().AddConsoleDatabase(configuration, builder.Environment).BuildServiceProvider();
    }

    public async Task<T> ReadAsync<T>(Func<ConsoleDbContext, Task<T>> read)
    {
        await using var context = await _services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        return await read(context);
    }

    public void Dispose() => _services.Dispose();
}
