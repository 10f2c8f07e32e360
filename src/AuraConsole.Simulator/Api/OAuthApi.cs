using System.Text.Json.Nodes;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Tokens (/api-reference/authentication/create-oauth-token).</summary>
internal static class OAuthApi
{
    private const string TokenPath = "/oauth/token";

    public static bool IsTokenRequest(HttpRequest request) =>
        request.Path.Equals(ApiRoutes.Prefix + TokenPath, StringComparison.OrdinalIgnoreCase);

    public static void MapOAuth(this IEndpointRouteBuilder api) => api.MapPost(TokenPath, IssueAsync);

    private static async Task<IResult> IssueAsync(
        HttpContext context, SimulatorState state, SimulatorOptions options, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var clientId = body.Members.Text("clientId", required: true);
        var secret = body.Members.Text("clientSecret", required: true);
        if ((body.Refusal ?? body.Members.Refusal) is { } refusal) return refusal;
        if (!state.Accepts(clientId!, secret!)) return Answers.Message(StatusCodes.Status401Unauthorized, "Invalid client credentials");

        var token = state.Tokens.Issue(clientId!);
        var seconds = (long)Math.Ceiling(options.TokenLifetime.TotalSeconds);
        return Answers.Json(options.Dialect == Dialect.Bare
            ? new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = seconds }
            : new JsonObject { ["accessToken"] = token, ["tokenType"] = "Bearer", ["expiresIn"] = seconds });
    }
}
