using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Apply;

/// <summary>Who works on a callout. The write transaction makes a claim atomic: of two at once, one wins.</summary>
public sealed class CalloutClaims(CalloutWriter writer)
{
    /// <summary>How long a claim or a take-over can be undone as if it had not been.</summary>
    public static readonly TimeSpan TakeBackFor = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Claims a callout nobody owns. Returns the owner's name afterwards (ours, or whoever was first; null when it is gone), and whether
    /// it is ours now: two people may have one name.
    /// </summary>
    public Task<(string? Owner, bool IsOurs)> ClaimAsync(long calloutId, Operator by, CancellationToken cancellationToken) =>
        writer.WriteAsync(by, async session =>
        {
            var callout = await session.FindAsync(calloutId);
            if (callout is null || callout.OwnerId is not null || !callout.IsActive)
                return (callout?.OwnerName, callout?.OwnerId == by.Id && callout.IsActive);
            Own(callout, by, session.Now);
            session.Note(callout, Line(session, EntryKind.Claimed, by, null));
            return ((string?)by.Name, true);
        }, cancellationToken);

    /// <summary>Gives up one's own claim. False when it was not one's own.</summary>
    public Task<bool> HandBackAsync(long calloutId, Operator by, CancellationToken cancellationToken) =>
        writer.WriteAsync(by, async session =>
        {
            var callout = await session.FindAsync(calloutId);
            if (callout is null || callout.OwnerId != by.Id)
                return false;
            Free(callout);
            session.Note(callout, Line(session, EntryKind.HandedBack, by, null));
            return true;
        }, cancellationToken);

    /// <summary>
    /// Undoes one's own claim or take-over within <see cref="TakeBackFor"/>: whoever had the callout before has it again. False when
    /// it is not one's own, or too late.
    /// </summary>
    public Task<bool> TakeBackAsync(long calloutId, Operator by, CancellationToken cancellationToken) =>
        writer.WriteAsync(by, async session =>
        {
            var callout = await session.FindAsync(calloutId);
            if (callout is null || !callout.IsActive || callout.OwnerId != by.Id || !(session.Now - callout.ClaimedAt <= TakeBackFor))
                return false;
            if (callout.FirstClaimedAt == callout.ClaimedAt)
                callout.FirstClaimedAt = null;
            var (id, name, since) = (callout.TakenFromId, callout.TakenFromName, callout.TakenFromSince);
            Free(callout);
            (callout.OwnerId, callout.OwnerName, callout.ClaimedAt) = (id, name, since);
            session.Note(callout, Line(session, EntryKind.ClaimTakenBack, by, name));
            return true;
        }, cancellationToken);

    /// <summary>Takes a callout over from its owner; the entry says from whom, and why.</summary>
    /// <param name="calloutId">AURA's id.</param>
    /// <param name="from">The owner that the person saw: another one since then is not pushed aside.</param>
    /// <param name="reason">Only a supervisor may leave it out.</param>
    /// <param name="by">Who takes over.</param>
    /// <param name="isSupervisor">Whether that person supervises, checked by the caller against the signed-in user.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<TakeOver> TakeOverAsync(long calloutId, string from, string? reason, Operator by, bool isSupervisor, CancellationToken cancellationToken)
    {
        var why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (why is null && !isSupervisor)
            return Task.FromResult(TakeOver.NeedsReason);
        return writer.WriteAsync(by, async session =>
        {
            var callout = await session.FindAsync(calloutId);
            if (callout is null || !callout.IsActive)
                return TakeOver.Gone;
            if (callout.OwnerId == by.Id)
                return TakeOver.Done;
            if (callout.OwnerId is null || callout.OwnerId != from)
                return TakeOver.OtherOwner;
            var (name, since) = (callout.OwnerName, callout.ClaimedAt);
            Own(callout, by, session.Now);
            (callout.TakenFromId, callout.TakenFromName, callout.TakenFromSince) = (from, name, since);
            session.Note(callout, Line(session, EntryKind.TakenOver, by, why is null ? name : $"{name}: {why}"));
            return TakeOver.Done;
        }, cancellationToken);
    }

    /// <summary>Closes here a callout that AURA no longer knows.</summary>
    /// <param name="calloutId">AURA's id.</param>
    /// <param name="reason">Why it is closed here.</param>
    /// <param name="stepsReason">Why compulsory steps of its plan stay open, where some do.</param>
    /// <param name="by">Who closes it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<CloseHere> CloseHereAsync(long calloutId, string reason, string? stepsReason, Operator by, CancellationToken cancellationToken) =>
        writer.WriteAsync(by, async session =>
        {
            var callout = await session.FindAsync(calloutId);
            if (callout?.MissingSince is null || !callout.IsActive)
                return CloseHere.Known;
            if (!await OpenSteps.MayLeaveAsync(session, callout, stepsReason, by))
                return CloseHere.StepsOpen;
            CalloutApply.Reach(callout, CalloutStage.Closed, session.Now);
            callout.ClosedHere = true;
            session.Note(callout, Line(session, EntryKind.ClosedHere, by, reason));
            return CloseHere.Done;
        }, cancellationToken);

    private static void Own(Callout callout, Operator by, DateTimeOffset at)
    {
        Free(callout);
        (callout.OwnerId, callout.OwnerName, callout.ClaimedAt) = (by.Id, by.Name, at);
        callout.FirstClaimedAt ??= at;
    }

    private static void Free(Callout callout)
    {
        (callout.OwnerId, callout.OwnerName, callout.ClaimedAt) = (null, null, null);
        (callout.TakenFromId, callout.TakenFromName, callout.TakenFromSince) = (null, null, null);
    }

    private static Entry Line(CalloutSession session, EntryKind kind, Operator by, string? detail) =>
        new() { At = session.Now, Source = EntrySource.Operator, Kind = kind, By = by.Name, Detail = detail };
}

/// <summary>What came of a take-over.</summary>
public enum TakeOver
{
    Done,

    /// <summary>Only supervisors take over without saying why.</summary>
    NeedsReason,

    /// <summary>Meanwhile somebody else owns it, or nobody.</summary>
    OtherOwner,

    /// <summary>Closed or unknown.</summary>
    Gone,
}

/// <summary>What came of closing a callout here.</summary>
public enum CloseHere
{
    Done,

    /// <summary>AURA knows it, or it is closed already.</summary>
    Known,

    /// <summary>Compulsory steps are open, and no reason was given.</summary>
    StepsOpen,
}
