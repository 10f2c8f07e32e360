using System.Text.Json.Nodes;

namespace AuraConsole.Simulator.Api;

/// <summary>Response types and where they are on offer (/overview/core-concepts/response-types, …/coverage).</summary>
internal static class ResponseTypesApi
{
    public static void MapResponseTypes(this IEndpointRouteBuilder api)
    {
        api.MapGet("/responseTypes", List);
        api.MapGet("/coverage/{responseTypeId:long}", GetCoverage);
    }

    private static IResult List() => Answers.Json(new JsonObject
    {
        ["message"] = "Successful",
        ["responseTypes"] = new JsonArray([.. ResponseTypes.All.Select(static type => (JsonNode?)new JsonObject
        {
            ["id"] = type.Id,
            ["value"] = type.Value,
            ["description"] = type.Description,
            ["enabledLocations"] = new JsonObject
            {
                ["fixedLocation"] = type.FixedLocation,
                ["personalSafety"] = type.PersonalSafety,
            },
        })]),
    });

    private static IResult GetCoverage(long responseTypeId) => ResponseTypes.Find(responseTypeId) is { } type
        ? Results.Text(CoverageMap.Of(type), "application/vnd.google-earth.kml+xml", System.Text.Encoding.UTF8)
        : Answers.NotFound("Response type");
}
