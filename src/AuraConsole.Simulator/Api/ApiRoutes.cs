namespace AuraConsole.Simulator.Api;

/// <summary>All of AURA's API that the simulator speaks; each area maps itself.</summary>
internal static class ApiRoutes
{
    public const string Prefix = "/panic-api/v2";
    public const string FilesPrefix = "/v1";

    /// <summary>Whether a request is for AURA and not for the simulator's own pages.</summary>
    public static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/panic-api", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments(FilesPrefix, StringComparison.OrdinalIgnoreCase);

    public static void MapPanicApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Prefix);
        api.MapOAuth();
        api.MapSites();
        api.MapCallouts();
        api.MapPositions();
        api.MapEvents();
        api.MapReasons();
        api.MapAfterClosure();
        api.MapRatings();
        api.MapCustomers();
        api.MapCustomerCallouts();
        api.MapSubscriptions();
        api.MapResponseTypes();
        api.MapScheduled();
        api.MapDevices();
        api.MapDeviceEvents();
        api.MapWebhooks();
        api.Map("/{**rest}", static () => Answers.NotFound("Resource"));

        var files = routes.MapGroup(FilesPrefix);
        files.MapSiteFiles();
        files.Map("/{**rest}", static () => Answers.NotFound("Resource"));
    }
}
