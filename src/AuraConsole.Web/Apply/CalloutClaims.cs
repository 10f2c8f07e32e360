using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Outbound;

namespace AuraConsole.Web.Apply;

/// <summary>Who works on a callout. The write transaction makes a claim atomic: of two at once, one wins.</summary>
public sealed class CalloutClaims(CalloutWriter writer)
{
    /// <summary>Claims a callout nobody owns. Returns the owner's name afterwards: ours, or whoever was first; null when it is gone.</summary>
    public Task<string?> ClaimAsync(long calloutId, Operator by, CancellationToken cancellationToken) =>
        writer.WriteAsync(async session =>
        {
            var callout = await session.FindAsync(calloutId);
            if (callout is null || callout.OwnerId is not null || !callout.IsActive)
                return callout?.OwnerName;
            callout.OwnerId = by.Id;
            callout.OwnerName = by.Name;
            callout.ClaimedAt = session.Now;
            session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Operator, Kind = EntryKind.Claimed, By = by.Name });
            return by.Name;
        }, cancellationToken);

    /// <summary>Gives up one's own claim. False when it was not one's own.</summary>
    public Task<bool> HandBackAsync(long calloutId, Operator by, CancellationToken cancellationToken) =>
        writer.WriteAsync(async session =>
        {
            var callout = await session.FindAsync(calloutId);
            if (callout is null || callout.OwnerId != by.Id)
                return false;
            callout.OwnerId = null;
            callout.OwnerName = null;
            callout.ClaimedAt = null;
            session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Operator, Kind = EntryKind.HandedBack, By = by.Name });
            return true;
        }, cancellationToken);

    /// <summary>Closes here a callout that AURA no longer knows. False when AURA does know it.</summary>
    public Task<bool> CloseHereAsync(long calloutId, string reason, Operator by, CancellationToken cancellationToken) =>
        writer.WriteAsync(async session =>
        {
            var callout = await session.FindAsync(calloutId);
            if (callout?.MissingSince is null || !callout.IsActive)
                return false;
            CalloutApply.Reach(callout, CalloutStage.Closed, session.Now);
            session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Operator, Kind = EntryKind.ClosedHere, By = by.Name, Detail = reason });
            return true;
        }, cancellationToken);
}
