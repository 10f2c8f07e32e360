using System.Security.Claims;
using System.Text.Json.Serialization;
using AuraConsole.Web.Hosting.Security;
using AuraConsole.Web.Live;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AuraConsole.Web.Features.Map;

internal static class MapEndpoints
{
    public const string Sites = "/map/sites";

    public static void MapMapEndpoints(this WebApplication app) => app.MapGet(Sites, FindAsync).RequireAuthorization(Policies.Dispatch);

    private static async Task<Results<JsonHttpResult<MapSitesAnswer>, BadRequest>> FindAsync(
        double south, double west, double north, double east, int zoom, ClaimsPrincipal user, MapSites sites, Scopes scopes, CancellationToken cancellationToken) =>
        MapArea.Of(south, west, north, east) is { } area
            ? TypedResults.Json(await sites.FindAsync(area, zoom, scopes.Of(user), cancellationToken), MapJsonContext.Default.MapSitesAnswer)
            : TypedResults.BadRequest();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MapSitesAnswer))]
internal sealed partial class MapJsonContext : JsonSerializerContext;
