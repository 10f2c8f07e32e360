using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuraConsole.Web.Hosting.Health;

internal static class HealthSetup
{
    /// <summary>
    /// Checks of others join with <c>services.AddHealthChecks().AddCheck&lt;T&gt;("name", HealthStatus.Degraded)</c>: a console whose AURA
    /// is away still has a board to show, and must not be taken out of service for it.
    /// </summary>
    public static void AddConsoleHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database", HealthStatus.Unhealthy, timeout: TimeSpan.FromSeconds(5));

    // Anonymous: those who ask are the proxy, the orchestrator and a browser that lost its circuit. The answer names states, no data.
    public static void MapConsoleHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", Options(static _ => false)).AllowAnonymous();
        app.MapHealthChecks("/health/ready", Options(static _ => true)).AllowAnonymous();
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> which) => new()
    {
        Predicate = which,
        ResponseWriter = WriteAsync,
        ResultStatusCodes =
        {
            [HealthStatus.Healthy] = StatusCodes.Status200OK,
            [HealthStatus.Degraded] = StatusCodes.Status200OK,
            [HealthStatus.Unhealthy] = StatusCodes.Status503ServiceUnavailable,
        },
    };

    private static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", report.Status.ToString());
        json.WriteStartObject("checks");
        foreach (var (name, entry) in report.Entries)
        {
            json.WriteStartObject(name);
            json.WriteString("status", entry.Status.ToString());
            // the description only: an exception's message may hold a path or an address
            if (entry.Exception is null && entry.Description is { } description)
                json.WriteString("description", description);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
    }
}
