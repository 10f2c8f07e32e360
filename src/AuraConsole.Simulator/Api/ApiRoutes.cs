namespace AuraConsole.Simulator.Api;

/// <summary>All of AURA's API that the simulator speaks; each area maps itself.</summary>
internal static class ApiRoutes
{
    public const string Prefix = "/panic-api/v2";

    public static void MapPanicApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Prefix);
        api.MapOAuth();
        api.MapSites();
        api.MapCallouts();
        api.MapWebhooks();
        api.Map("/{**rest}", static () => Answers.NotFound("Resource"));
    }
}
