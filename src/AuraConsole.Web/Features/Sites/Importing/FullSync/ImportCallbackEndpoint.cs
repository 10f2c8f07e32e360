using System.Threading.RateLimiting;
using AuraConsole.Integration.Api.Contracts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Sites.Importing.FullSync;

/// <summary><c>POST /webhooks/aura/import/{run}?secret=…</c>: AURA's result of an upload. Refusals say nothing but their number.</summary>
public static class ImportCallbackEndpoint
{
    /// <summary>Largest body that is read; what the server takes of any request.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const string Limit = "import-callback";

    public static void MapImportCallback(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(CallbackAddress.Path + "/{run:guid}", AnswerAsync)
            // AURA cannot sign in: the one-time secret in the address is its proof
            .AllowAnonymous()
            .DisableAntiforgery()
            .RequireRateLimiting(Limit);

    public static void AddImportCallbackLimit(this IServiceCollection services) =>
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<ImportOptions>>(static (limiter, import) => limiter.AddPolicy(Limit, context =>
            RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = import.Value.CallbacksPerMinute, Window = TimeSpan.FromMinutes(1) })));

    private static async Task<IResult> AnswerAsync(Guid run, HttpContext context, ImportCallbacks callbacks, CancellationToken cancellationToken)
    {
        if (!await callbacks.OpensAsync(run, context.Request.Query[CallbackAddress.SecretName], cancellationToken))
            return Results.StatusCode(StatusCodes.Status404NotFound);
        byte[]? body;
        try
        {
            body = await ReadAsync(context.Request, cancellationToken);
        }
        catch (BadHttpRequestException broken)
        {
            return Results.StatusCode(broken.StatusCode);
        }

        if (body is null)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (CsvCallback.Parse(body) is not { } told)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        await callbacks.TakeAsync(run, told);
        return Results.StatusCode(StatusCodes.Status200OK);
    }

    /// <summary>Null when it is larger than allowed, whatever its header said.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (body.Length + read > MaxBytes)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
