using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound.Reasons;

namespace AuraConsole.Web.Features.Customers.Showing;

/// <summary>The kinds of subscriptions, from AURA's own list: ids differ between its environments.</summary>
public sealed class SubscriptionTypes(ISubscriptionsApi aura, UpstreamStatus upstream, TimeProvider time)
{
    private readonly AnswerCache<int, IReadOnlyList<SubscriptionType>> _cache = new(TimeSpan.FromMinutes(10), 1, time);

    /// <summary>Null when AURA did not answer.</summary>
    public async Task<IReadOnlyList<SubscriptionType>?> ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _cache.GetAsync(0, () => aura.ListTypesAsync(cancellationToken));
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            return null;
        }
    }

    public static string NameOf(SubscriptionType type) => type.Description ?? type.Value ?? FormattableString.Invariant($"{type.Id}");
}
