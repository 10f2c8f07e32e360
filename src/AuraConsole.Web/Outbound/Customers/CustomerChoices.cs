using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound.Reasons;

namespace AuraConsole.Web.Outbound.Customers;

/// <summary>Whether AURA responds at a place.</summary>
public enum CoverageAnswer
{
    Covered,
    Outside,

    /// <summary>AURA's areas could not be read, or not all of them: nobody knows.</summary>
    Unreadable,
}

/// <summary>What there is to choose for a customer's callout, as AURA lists it, and whether AURA responds there.</summary>
public sealed class CustomerChoices(IResponseTypesApi types, ICoverageApi coverage, UpstreamStatus upstream, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly AnswerCache<int, IReadOnlyList<ResponseType>> _types = new(TimeSpan.FromMinutes(10), 1, time);
    private readonly AnswerCache<int, Coverage> _areas = new(TimeSpan.FromHours(1), 20, time);

    /// <summary>Those that customers may ask for; null when AURA did not answer.</summary>
    public async Task<IReadOnlyList<ResponseType>?> ResponseTypesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var all = await _types.GetAsync(0, () => types.ListAsync(cancellationToken));
            // AURA does not publish the keys of that mark: what has none is offered, and AURA decides
            return [.. all.Where(static type => type.ForCustomers != false)];
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            return null;
        }
    }

    /// <summary>Never holds up a raise for long: an answer that does not come in seconds is no answer.</summary>
    public async Task<CoverageAnswer> CoversAsync(int responseTypeId, double latitude, double longitude, CancellationToken cancellationToken)
    {
        try
        {
            // the reading goes on and is kept for the next question
            var areas = await _areas.GetAsync(responseTypeId, () => coverage.GetAsync(responseTypeId, CancellationToken.None)).WaitAsync(Patience, time, cancellationToken);
            return areas.Covers(latitude, longitude) ? CoverageAnswer.Covered : areas.Unreadable > 0 ? CoverageAnswer.Unreadable : CoverageAnswer.Outside;
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            return CoverageAnswer.Unreadable;
        }
        catch (TimeoutException)
        {
            return CoverageAnswer.Unreadable;
        }
    }

    public static string NameOf(ResponseType type) => type.Description ?? type.Value ?? FormattableString.Invariant($"{type.Id}");
}
