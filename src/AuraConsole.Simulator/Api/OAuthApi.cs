using System.Text.Json.Nodes;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Tokens (/api-reference/authentication/create-oauth-token).</summary>
internal static class OAuthApi
{
    private const string TokenPath = "/oauth/token";

    public static bool IsTokenRequest(HttpRequest request) =>
        request.Path.Equals(ApiRoutes.Prefix + TokenPath, StringComparison.OrdinalIgnoreCase);

    public static void MapOAuth(this IEndpointRouteBuilder api)
    {
        api.MapPost(TokenPath, IssueAsync);
        api.MapPost("/oauth/calloutToken", IssueForCalloutsAsync);
    }

    private static async Task<IResult> IssueAsync(
        HttpContext context, SimulatorState state, SimulatorOptions options, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var clientId = body.Members.Text("clientId", required: true);
        var secret = body.Members.Text("clientSecret", required: true);
        if ((body.Refusal ?? body.Members.Refusal) is { } refusal) return refusal;
        if (!state.Accepts(clientId!, secret!)) return Answers.Message(StatusCodes.Status401Unauthorized, "Invalid client credentials");

        return Shown(state.Tokens.Issue(clientId!), options);
    }

    /// <summary>A token for one customer's callouts (/api-reference/authentication/create-callout-token).</summary>
    private static async Task<IResult> IssueForCalloutsAsync(
        HttpContext context, SimulatorState state, SimulatorOptions options, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var customerId = body.Members.Integer("customerId", required: true);
        if ((body.Refusal ?? body.Members.Refusal) is { } refusal) return refusal;

        var source = context.Source();
        return source.Customers.Customer(customerId!.Value) is { } customer
            ? Shown(state.Tokens.Issue(source.ClientId, customer.Id), options)
            : Answers.NotFound("Customer");
    }

    private static IResult Shown(string token, SimulatorOptions options)
    {
        var seconds = (long)Math.Ceiling(options.TokenLifetime.TotalSeconds);
        return Answers.Json(options.Dialect == Dialect.Bare
            ? new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = seconds }
            : new JsonObject { ["accessToken"] = token, ["tokenType"] = "Bearer", ["expiresIn"] = seconds });
    }
}
