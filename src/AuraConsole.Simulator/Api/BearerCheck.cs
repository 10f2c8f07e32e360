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
        var owner = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? state.Tokens.OwnerOf(header[Scheme.Length..].Trim())
            : null;
        if (owner is null || state.Source(owner.ClientId) is not { } source)
        {
            return Answers.Message(StatusCodes.Status401Unauthorized, "Missing, invalid or expired token").ExecuteAsync(context);
        }

        // 401, not 403 (/overview/core-concepts/authentication)
        if (owner.CustomerId is { } customerId && !CalloutScope.Allows(context, source, customerId))
        {
            return Answers.Message(StatusCodes.Status401Unauthorized, "The token is for one customer's callouts only")
                .ExecuteAsync(context);
        }

        context.Features.Set(source);
        return next(context);
    }
}
