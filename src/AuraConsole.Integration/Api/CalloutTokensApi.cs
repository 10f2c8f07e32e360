using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Auth;
using AuraConsole.Integration.Http;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="ICalloutTokensApi"/>
internal sealed class CalloutTokensApi(AuraCaller caller, TimeProvider time) : ICalloutTokensApi
{
    private const string Path = "/panic-api/v2/oauth/calloutToken";

    public Task<CalloutToken> IssueAsync(long customerId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(
            AuraCalls.Post(Path, new CalloutTokenBody(customerId), AuraJsonContext.Default.CalloutTokenBody),
            answer => answer.Json is { } json && TokenReader.Read(json, time.GetUtcNow()) is { } token
                ? new CalloutToken(customerId, token.Value, token.ExpiresAt)
                : null,
            cancellationToken);
}
