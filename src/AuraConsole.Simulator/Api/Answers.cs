using System.Text.Json.Nodes;

namespace AuraConsole.Simulator.Api;

/// <summary>The bodies that all areas share.</summary>
internal static class Answers
{
    public static IResult Json(JsonNode body, int status = StatusCodes.Status200OK) =>
        Results.Json(body, SimulatorJson.Default.JsonNode, statusCode: status);

    public static IResult Message(int status, string message) => Json(new JsonObject { ["message"] = message }, status);

    public static IResult Invalid(string message) => Message(StatusCodes.Status400BadRequest, message);

    /// <summary>A bare array, or one beside a message: AURA's envelope of lists is not known.</summary>
    public static IResult List(string name, JsonArray items, SimulatorOptions options) =>
        Json(options.WrapLists ? new JsonObject { ["message"] = "Successful", [name] = items } : items);

    public static IResult Refused(Refusal refusal) => Message(refusal.Status, refusal.Message);

    public static IResult NotFound(string what) => Message(StatusCodes.Status404NotFound, $"{what} not found");
}
