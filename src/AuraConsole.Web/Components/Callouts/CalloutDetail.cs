using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>A callout as its sheet shows it, at one version.</summary>
/// <param name="Callout">With its site, when it has one.</param>
/// <param name="Entries">Newest first.</param>
public sealed record CalloutDetail(Callout Callout, IReadOnlyList<Entry> Entries, bool HasOlder)
{
    /// <summary>When it was stood down, if it was.</summary>
    public DateTimeOffset? StoodDownAt => Callout.Stage == CalloutStage.StoodDown
        ? Callout.StageSince
        : Entries.FirstOrDefault(e => e is { Kind: EntryKind.StageReached, Stage: CalloutStage.StoodDown })?.At;

    public DateTimeOffset? EtaAt => Callout.EtaMinutes is { } minutes and >= 0 and < 10000 ? Callout.DispatchedAt?.AddMinutes(minutes) : null;
}

/// <summary>A line of a site's past.</summary>
public sealed record PastCallout(long Id, CalloutStage Stage, DateTimeOffset At, bool IsTest);
