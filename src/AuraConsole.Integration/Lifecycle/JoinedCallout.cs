using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Lifecycle;

/// <summary>
/// Tells a new callout from one that was there: AURA answers a raise for a customer with that customer's active callout, if there is one
/// (source: callout lifecycle; People Protect quickstart). Pure.
/// </summary>
public static class JoinedCallout
{
    /// <summary>
    /// How far AURA's clock may be behind ours, and how coarsely it may round, before a new callout would pass for an old one: 10 s. A
    /// callout that somebody else raised within that time before ours passes for new.
    /// </summary>
    public static readonly TimeSpan DefaultTolerance = TimeSpan.FromSeconds(10);

    /// <summary>
    /// True when AURA created the callout before the raise was sent, by more than the tolerance; null when AURA did not say when it
    /// created it, so nobody knows.
    /// </summary>
    /// <param name="callout">The callout in AURA's answer to the raise.</param>
    /// <param name="sentAt">When the raise was sent, by our clock.</param>
    /// <param name="tolerance">Null for <see cref="DefaultTolerance"/>.</param>
    public static bool? JoinedExisting(AuraCallout callout, DateTimeOffset sentAt, TimeSpan? tolerance = null) =>
        callout.CreatedAt is { } createdAt ? createdAt < sentAt - (tolerance ?? DefaultTolerance) : null;
}
