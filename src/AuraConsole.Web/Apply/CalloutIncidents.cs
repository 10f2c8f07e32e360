using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Outbound;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Apply;

/// <summary>Our own number of a callout. Two may type one at the same time: the second is told, and chooses.</summary>
public sealed class CalloutIncidents(CalloutWriter writer)
{
    /// <param name="calloutId">AURA's callout id.</param>
    /// <param name="seen">The number that the person had before them.</param>
    /// <param name="number">The new one; blank takes it away.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ArgumentException">The number is too long, or the callout is not known here.</exception>
    public Task<IncidentResult> SetAsync(long calloutId, string? seen, string? number, Operator by, CancellationToken cancellationToken)
    {
        var wanted = RequestChecks.Optional(number, Callout.IncidentNumberLength, nameof(number));
        return writer.WriteAsync(by, async session =>
        {
            var callout = await session.FindAsync(calloutId) ?? throw new ArgumentException("The callout is not known here.", nameof(calloutId));
            if (callout.IncidentNumber == wanted)
                return new IncidentResult(true, wanted, null);
            if (callout.IncidentNumber != seen)
                return new IncidentResult(false, callout.IncidentNumber, await LastAsync(session, callout));
            callout.IncidentNumber = wanted;
            session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Operator, Kind = EntryKind.IncidentNumbered, By = by.Name, Detail = wanted });
            return new IncidentResult(true, wanted, null);
        }, cancellationToken);
    }

    private static Task<string?> LastAsync(CalloutSession session, Callout callout) => session.Db.Entries
        .Where(e => e.CalloutId == callout.Id && e.Kind == EntryKind.IncidentNumbered)
        .OrderByDescending(e => e.Id).Select(e => e.By).FirstOrDefaultAsync(session.CancellationToken);
}

/// <param name="IsDone">False: somebody else changed it in the meantime, and nothing was changed.</param>
/// <param name="Now">The number as it is.</param>
/// <param name="By">Who changed it, if known.</param>
public sealed record IncidentResult(bool IsDone, string? Now, string? By);
