using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AuraConsole.Web.Features.Wallboard.Access;

internal static class WallboardEndpoints
{
    private const int MaxBodyBytes = 1024;

    /// <summary>Exchanges the token of a link for cookies. Anonymous: this is where a screen becomes known.</summary>
    public static void MapWallboard(this WebApplication app) => app.MapPost(WallboardPaths.Token, OpenAsync).AllowAnonymous();

    // JSON, which a page of another site cannot send here without being asked first
    private static async Task<Results<NoContent, UnauthorizedHttpResult, BadRequest>> OpenAsync(
        HttpContext context, WallboardTokens tokens, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBodyBytes;
        if (await ReadAsync(context.Request, cancellationToken) is not { } asked)
            return TypedResults.BadRequest();
        if (await tokens.CheckAsync(asked.Token, cancellationToken) is null)
            return TypedResults.Unauthorized();
        WallboardCookie.Write(context, asked.Token!);
        return TypedResults.NoContent();
    }

    private static async Task<OpenWallboard?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            return null;
        try
        {
            return await request.ReadFromJsonAsync(WallboardJsonContext.Default.OpenWallboard, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }
}

internal sealed record OpenWallboard(string? Token);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OpenWallboard))]
internal sealed partial class WallboardJsonContext : JsonSerializerContext;
