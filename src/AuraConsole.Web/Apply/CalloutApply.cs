using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Integration.Webhooks;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Apply;

/// <summary>The one path on which AURA's word, by delivery or by reading, changes a callout. Stages only move forward.</summary>
public static class CalloutApply
{
    /// <summary>Applies a delivered event. True when the callout should be read from AURA to learn the rest.</summary>
    public static async Task<bool> EventAsync(CalloutSession session, AuraEvent happened, AuraCallout told, DateTimeOffset at, long deliveryId)
    {
        var known = await session.FindAsync(told.Id);
        var callout = known ?? Begin(session, told.Id, at);
        var statusBefore = callout.AuraStatus;
        var site = await SiteToLinkAsync(session, callout, told);
        CalloutFacts.Merge(callout, told, site);
        await SiteLink.LinkedAsync(session, callout, site);
        await NameCustomerAsync(session, callout);
        if (known is null)
            session.Note(callout, new Entry { At = at, Source = EntrySource.Delivery, Kind = EntryKind.RaisedElsewhere, DeliveryId = deliveryId });

        var named = StageRules.NamedBy(happened.Kind);
        var entry = new Entry { At = at, Source = EntrySource.Delivery, Kind = EntryKind.EventReceived, DeliveryId = deliveryId, Detail = happened.Name };
        if (named > callout.Stage)
        {
            Reach(callout, named.Value, at);
            (entry.Kind, entry.Stage, entry.Detail) = (EntryKind.StageReached, named, StageDetail(callout, named.Value));
        }
        else if (named < callout.Stage)
        {
            (entry.Kind, entry.Stage) = (EntryKind.LateEvent, named);
            // an older body's status text is older, too
            callout.AuraStatus = statusBefore;
        }
        session.Note(callout, entry);
        return known is null || named is null || told.Dispatches.Count == 0;
    }

    /// <summary>Applies a reading of AURA's API; one without news changes nothing.</summary>
    public static async Task<Callout> ReadingAsync(CalloutSession session, AuraCallout told, Guid? raisedBy = null)
    {
        var known = await session.FindAsync(told.Id);
        var callout = known ?? Begin(session, told.Id, session.Now);
        var before = callout.AuraStatus;
        var site = await SiteToLinkAsync(session, callout, told);
        CalloutFacts.Merge(callout, told, site);
        await SiteLink.LinkedAsync(session, callout, site);
        await NameCustomerAsync(session, callout);
        if (known is null && raisedBy is null)
            session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Poll, Kind = EntryKind.RaisedElsewhere });

        var shown = StageRules.ShownBy(told);
        if (shown > callout.Stage)
        {
            Reach(callout, shown.Value, At(told, shown.Value) ?? session.Now);
            session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Poll, Kind = EntryKind.StageReached, Stage = shown, Detail = StageDetail(callout, shown.Value) });
        }
        else if (shown is null && callout.AuraStatus is not null && callout.AuraStatus != before)
        {
            session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Poll, Kind = EntryKind.StatusText, Detail = callout.AuraStatus });
        }
        return callout;
    }

    /// <summary>AURA neither lists the callout nor calls it closed: flag it once, for a person.</summary>
    public static void Missing(CalloutSession session, Callout callout)
    {
        if (callout.MissingSince is not null || !callout.IsActive)
            return;
        callout.MissingSince = session.Now;
        session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Poll, Kind = EntryKind.MissingAtAura, Detail = callout.AuraStatus });
    }

    /// <summary>AURA lists the callout after all. One that a person had closed here, and only such a one, comes back.</summary>
    public static void Listed(CalloutSession session, Callout callout, AuraCallout told)
    {
        var shown = StageRules.ShownBy(told);
        var comesBack = callout.ClosedHere && shown != CalloutStage.Closed;
        if (callout.MissingSince is null && !comesBack)
            return;
        callout.MissingSince = null;
        var found = new Entry { At = session.Now, Source = EntrySource.Poll, Kind = EntryKind.FoundAtAura };
        if (comesBack)
        {
            (callout.ClosedHere, callout.ClosedAt) = (false, null);
            (callout.Stage, callout.StageSince) = (StageRules.Later(Reached(callout), shown ?? CalloutStage.Created), session.Now);
            found.Stage = callout.Stage;
        }
        session.Note(callout, found);
    }

    /// <summary>As far as AURA had told before a person closed it here.</summary>
    private static CalloutStage Reached(Callout callout) => callout switch
    {
        { CompletedAt: not null } => CalloutStage.Completed,
        { ArrivedAt: not null } => CalloutStage.OnScene,
        { DispatchedAt: not null } => CalloutStage.Dispatched,
        _ => CalloutStage.Created,
    };

    /// <summary>Moves a callout on to a later stage.</summary>
    public static void Reach(Callout callout, CalloutStage stage, DateTimeOffset at)
    {
        callout.Stage = stage;
        callout.StageSince = at;
        if (stage == CalloutStage.Dispatched)
            callout.DispatchedAt ??= at;
        if (stage == CalloutStage.OnScene)
            callout.ArrivedAt ??= at;
        if (stage == CalloutStage.Completed)
            callout.CompletedAt ??= at;
        if (stage == CalloutStage.StoodDown)
            callout.StoodDownAt ??= at;
        if (stage == CalloutStage.Closed)
        {
            callout.ClosedAt = at;
            callout.MissingSince = null;
        }
    }

    private static Callout Begin(CalloutSession session, long auraId, DateTimeOffset at)
    {
        var callout = new Callout { AuraId = auraId, Stage = CalloutStage.Created, StageSince = at, FirstSeenAt = at };
        session.Add(callout);
        return callout;
    }

    private static Task<Site?> SiteToLinkAsync(CalloutSession session, Callout callout, AuraCallout told) =>
        session.FindSiteAsync(callout.SiteId is null ? told.SiteId ?? callout.SiteAuraId : null);

    /// <summary>For a person at a live location; a site's callout may name a customer, too, and keeps its site's name.</summary>
    private static async Task NameCustomerAsync(CalloutSession session, Callout callout)
    {
        if (callout is { CustomerName: null, IsCustomers: true })
            callout.CustomerName = await session.CustomerNameAsync(callout.CustomerAuraId);
    }

    private static DateTimeOffset? At(AuraCallout told, CalloutStage stage) => stage switch
    {
        CalloutStage.Dispatched => told.Dispatches.Min(d => d.DispatchedAt),
        CalloutStage.OnScene => told.Dispatches.Min(d => d.ArrivedAt),
        CalloutStage.Completed => told.Dispatches.Max(d => d.CompletedAt),
        _ => null,
    };

    private static string? StageDetail(Callout callout, CalloutStage stage) =>
        stage is CalloutStage.Dispatched or CalloutStage.OnScene ? callout.Responders : null;
}
