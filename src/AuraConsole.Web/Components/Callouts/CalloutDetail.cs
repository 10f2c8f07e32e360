using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>A callout as its sheet shows it, at one version.</summary>
/// <param name="Callout">With its site, when it has one.</param>
/// <param name="Entries">Newest first; those of the chosen filter.</param>
/// <param name="HasOlder">Whether there are more.</param>
public sealed record CalloutDetail(Callout Callout, IReadOnlyList<Entry> Entries, bool HasOlder)
{
    /// <summary>Messages from and to AURA, newest first.</summary>
    public IReadOnlyList<Entry> Messages { get; init; } = [];

    /// <summary>What came after closure; null while nothing is known of it.</summary>
    public Closure? Closure { get; init; }

    /// <summary>When it was stood down, if it was.</summary>
    public DateTimeOffset? StoodDownAt { get; init; }

    /// <summary>For a person, not for a site.</summary>
    public bool IsCustomers => Callout.IsCustomers;

    public DateTimeOffset? EtaAt => Callout.EtaMinutes is { } minutes and >= 0 and < 10000 ? Callout.DispatchedAt?.AddMinutes(minutes) : null;
}

/// <summary>A line of a site's past.</summary>
public sealed record PastCallout(long Id, CalloutStage Stage, DateTimeOffset At, bool IsTest);
