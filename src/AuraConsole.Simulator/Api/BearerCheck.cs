using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Lets only good tokens pass and finds the source they stand for.</summary>
internal sealed class BearerCheck(SimulatorState state)
{
    private const string Scheme = "Bearer ";

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (OAuthApi.IsTokenRequest(context.Request)) return next(context);

        var header = context.Request.Headers.Authorization.ToString();
        var clientId = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? state.Tokens.ClientOf(header[Scheme.Length..].Trim())
            : null;
        if (clientId is null || state.Source(clientId) is not { } source)
        {
            return Answers.Message(StatusCodes.Status401Unauthorized, "Missing, invalid or expired token").ExecuteAsync(context);
        }

        context.Features.Set(source);
        return next(context);
    }
}
