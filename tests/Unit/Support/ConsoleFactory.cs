using AuraConsole.Unit.Integration;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace AuraConsole.Unit.Support;

/// <summary>
/// The real console in this process, on a database file of its own and without the simulator. Set <see cref="Settings"/> before the
/// first client is made.
/// </summary>
public class ConsoleFactory : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("auraconsole-");
    private readonly CollectedLogs _logs = new();

    public ConsoleFactory() => Settings = new Dictionary<string, string?>
    {
        ["ConnectionStrings:Console"] = $"Data Source={Path.Combine(_folder.FullName, "console.db")}",
        ["DataProtection:KeyFolder"] = Path.Combine(_folder.FullName, "keys"),
        ["Aura:Simulator:Enabled"] = "false",
        // nobody listens there: the console has to live with an AURA that is away
        ["Aura:BaseUrl"] = "http://127.0.0.1:9",
        ["SignIn:AttemptsPerMinute"] = "1000",
    };

    /// <summary>Configuration above everything else.</summary>
    public IDictionary<string, string?> Settings { get; }

    public string EnvironmentName { get; init; } = "Development";

    /// <summary>What the console has logged so far.</summary>
    public IReadOnlyList<string> LogLines => _logs.Lines;

    /// <summary>Those of them that speak of something wrong.</summary>
    public IReadOnlyList<string> Warnings => _logs.Warnings;

    /// <summary>A browser: keeps cookies, asks for pages, follows no redirect by itself.</summary>
    public HttpClient CreateBrowser(string origin = "http://localhost")
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(origin) });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_logs));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        // pooled connections would keep the file in use
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
