using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>Tokens for one customer's callout flow, to be handed to that customer's app.</summary>
public interface ICalloutTokensApi
{
    /// <summary>
    /// <c>POST /panic-api/v2/oauth/calloutToken</c> (source: create-callout-token). The token is good for creating and updating this
    /// customer's callouts; anywhere else AURA answers it with 401, not 403 (source: authentication). An unknown customer answers 404
    /// (NotFound). This client itself never calls with it.
    /// </summary>
    /// <exception cref="Http.AuraApiException">AURA refused or did not answer.</exception>
    Task<CalloutToken> IssueAsync(long customerId, CancellationToken cancellationToken = default);
}
