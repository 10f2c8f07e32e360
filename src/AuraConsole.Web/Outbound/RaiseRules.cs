using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Outbound;

/// <summary>Which callout is the one a raise made. Pure.</summary>
internal static class RaiseRules
{
    /// <summary>How far AURA's clock may be behind ours.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>A callout that a new alarm can join: somebody is still on the way. A completed response does not answer a new alarm.</summary>
    public static readonly CalloutStage[] Responding = [CalloutStage.Created, CalloutStage.Dispatched, CalloutStage.OnScene];

    /// <summary>True when a response that is under way serves the raise, too. A test never stands in for the real thing.</summary>
    public static bool Serves(Callout callout, Command raise) => Responding.Contains(callout.Stage) && (!callout.IsTest || raise.InternalTest == true);

    /// <summary>True when the callout was there before the raise left, or is another raise's.</summary>
    /// <param name="raise">A raise that was sent.</param>
    /// <param name="known">The callout as it is here, if it is.</param>
    /// <param name="told">The callout as AURA told it, if it did.</param>
    public static bool IsOlder(Command raise, Callout? known, AuraCallout? told)
    {
        if (known is not null && (known.FirstSeenAt < raise.SentAt || (known.RaisedByCommandId ?? raise.Id) != raise.Id))
            return true;
        return (told?.CreatedAt ?? known?.CreatedAt) < raise.SentAt - ClockSkew;
    }

    /// <summary>
    /// True when AURA's answer names a site, by id or by reference, that is not the one asked for. AURA keeps one active callout per
    /// customer, so sites of one customer may get each other's.
    /// </summary>
    public static bool IsOtherSite(Site site, AuraCallout told, string? reference) =>
        (told.SiteId is { } id && id != site.AuraId) || (!string.IsNullOrWhiteSpace(reference) && !IsSame(site.Reference, reference));

    /// <summary>Whether a listed callout is of the site or customer of the raise; null when it does not say.</summary>
    public static bool? IsFor(Command raise, AuraCallout told, Callout? known) =>
        raise.Site is { } site ? IsOfSite(site, told, known) : IsOfCustomer(raise.CustomerAuraId, told, known);

    /// <summary>Whether a listed callout is of the customer, at a live location; null when it names nobody.</summary>
    public static bool? IsOfCustomer(long? customerAuraId, AuraCallout told, Callout? known) =>
        (told.SiteId ?? known?.SiteAuraId) is not null || known?.SiteId is not null ? false : (told.CustomerId ?? known?.CustomerAuraId) is { } id ? id == customerAuraId : null;

    /// <summary>Whether a listed callout is of the site; null when it names none.</summary>
    public static bool? IsOfSite(Site site, AuraCallout told, Callout? known)
    {
        if ((told.SiteId ?? known?.SiteAuraId) is { } id)
            return id == site.AuraId;
        if (ReferenceIn(told) is { } reference)
            return IsSame(site.Reference, reference);
        return known?.SiteId is { } ours ? ours == site.Id : null;
    }

    public static string? ReferenceIn(AuraCallout told) =>
        told.Raw.ValueKind == JsonValueKind.Object && told.Raw.TryGetProperty("externalReferenceId", out var reference)
        && reference.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(reference.GetString())
            ? reference.GetString()
            : null;

    // AURA does not say whether it keeps the case; read strictly, an echo in capitals would pass for another site
    private static bool IsSame(string ours, string theirs) => string.Equals(ours.Trim(), theirs.Trim(), StringComparison.OrdinalIgnoreCase);
}
