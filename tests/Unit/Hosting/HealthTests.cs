using System.Net;
using System.Text.Json;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Hosting.Health;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuraConsole.Unit.Hosting;

public sealed class HealthTests
{
    [Fact]
    public async Task Live_Anonymous_Answers()
    {
        await using var console = new ConsoleFactory();

        var answer = await console.CreateClient().GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Ready_DatabaseWritable_IsReadyWhateverAuraDoes()
    {
        await using var console = new ConsoleFactory();

        var answer = await console.CreateClient().GetAsync("/health/ready");
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Healthy", body.RootElement.GetProperty("checks").GetProperty("database").GetProperty("status").GetString());
        Assert.NotEqual("Unhealthy", body.RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Ready_ACheckFails_Is503WithoutItsException()
    {
        await using var console = new ConsoleFactory();
        await using var broken = console.WithWebHostBuilder(builder => builder.ConfigureServices(services =>
            services.AddHealthChecks().AddCheck("broken", () => throw new InvalidOperationException("secret=abc"))));

        var answer = await broken.CreateClient().GetAsync("/health/ready");
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("\"broken\":{\"status\":\"Unhealthy\"}", body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_NotMigrated_IsUnhealthy()
    {
        var result = await CheckAsync("Data Source=:memory:", isMigrated: false);

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
    }

    [Fact]
    public async Task Database_ReadOnly_IsUnhealthy()
    {
        var file = Path.GetTempFileName();
        try
        {
            var result = await CheckAsync($"Data Source={file};Mode=ReadOnly;Pooling=false", isMigrated: true);

            Assert.Equal(HealthStatus.Unhealthy, result.Status);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Database_SomebodyWrites_IsDegradedOnly()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using var writer = new SqliteConnection($"Data Source={file};Pooling=false");
            await writer.OpenAsync();
            await using var transaction = await writer.BeginTransactionAsync();

            var result = await CheckAsync($"Data Source={file};Pooling=false;Default Timeout=1", isMigrated: true);

            Assert.Equal(HealthStatus.Degraded, result.Status);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Task<HealthCheckResult> CheckAsync(string connection, bool isMigrated)
    {
        var state = new DatabaseState();
        if (isMigrated)
            state.MarkMigrated();
        var contexts = new Contexts(new DbContextOptionsBuilder<ConsoleDbContext>().UseSqlite(connection).Options);
        return new DatabaseHealthCheck(contexts, state).CheckHealthAsync(new HealthCheckContext());
    }

    private sealed class Contexts(DbContextOptions<ConsoleDbContext> options) : IDbContextFactory<ConsoleDbContext>
    {
        public ConsoleDbContext CreateDbContext() => new(options);
    }
}
