using AuraConsole.Web.Data.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Data;

public static class DatabaseSetup
{
    /// <summary>How long, in seconds, to wait for a lock of another process; whoever sent a delivery waits for no longer either.</summary>
    private const int LockWait = 5;

    /// <summary>Adds the context, as a factory and scoped, and what migrates the database before the first request.</summary>
    public static IServiceCollection AddConsoleDatabase(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<DatabaseOptions>()
            .Configure(options => options.ConnectionString = Resolve(configuration, environment, options.ConnectionString))
            .ValidateOnStart();
        services.AddSingleton<DatabaseState>();
        services.AddSingleton<ConnectionPragmas>();
        services.AddDbContextFactory<ConsoleDbContext>(static (provider, options) => options
            .UseSqlite(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString)
            .AddInterceptors(provider.GetRequiredService<ConnectionPragmas>()));
        services.AddSingleton<AuditLog>();
        services.AddHostedService<DatabaseStartup>();
        return services;
    }

    /// <summary>The database's file, for what works on it without the console.</summary>
    /// <exception cref="OptionsValidationException">The connection string is none.</exception>
    public static string FileOf(IConfiguration configuration, IHostEnvironment environment) =>
        new SqliteConnectionStringBuilder(Resolve(configuration, environment, new DatabaseOptions().ConnectionString)).DataSource;

    /// <summary>A relative path hangs off the content root, not off the folder the process happened to be started in.</summary>
    private static string Resolve(IConfiguration configuration, IHostEnvironment environment, string standard)
    {
        try
        {
            var text = configuration[DatabaseOptions.Key];
            var builder = new SqliteConnectionStringBuilder(string.IsNullOrWhiteSpace(text) ? standard : text);
            if (builder.DataSource.Length == 0)
                throw new ArgumentException("no Data Source");
            if (!builder.ShouldSerialize("Default Timeout"))
                builder.DefaultTimeout = LockWait;
            builder.DataSource = Path.GetFullPath(builder.DataSource, environment.ContentRootPath);
            return builder.ToString();
        }
        catch (ArgumentException fault)
        {
            throw new OptionsValidationException(
                DatabaseOptions.Key, typeof(DatabaseOptions), [$"{DatabaseOptions.Key} is not a SQLite connection string: {fault.Message}"]);
        }
    }
}
