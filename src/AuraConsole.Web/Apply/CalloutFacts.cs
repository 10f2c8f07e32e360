using System.Globalization;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Apply;

/// <summary>Brings what AURA tells of a callout into ours. What AURA leaves out stays as it was.</summary>
internal static class CalloutFacts
{
    public static void Merge(Callout callout, AuraCallout told, Site? site)
    {
        callout.SiteAuraId = told.SiteId ?? callout.SiteAuraId;
        callout.CustomerAuraId = told.CustomerId ?? callout.CustomerAuraId;
        callout.AuraStatus = Text.Cut(told.Status, Callout.TextLength) ?? callout.AuraStatus;
        callout.Latitude = told.Latitude ?? callout.Latitude;
        callout.Longitude = told.Longitude ?? callout.Longitude;
        callout.ResponseTypeId = told.ResponseTypeId ?? callout.ResponseTypeId;
        callout.ResponseType = Text.Cut(told.ResponseType, Callout.TextLength) ?? callout.ResponseType;
        callout.ClassificationId = told.ClassificationId ?? callout.ClassificationId;
        callout.Classification = Text.Cut(told.Classification, Callout.TextLength) ?? callout.Classification;
        callout.InternalTest = told.InternalTest ?? callout.InternalTest;
        callout.Emergency = Text.Cut(told.Emergency, Callout.TextLength) ?? callout.Emergency;
        callout.Category = Text.Cut(told.Category, Callout.TextLength) ?? callout.Category;
        callout.CreatedAt = told.CreatedAt ?? callout.CreatedAt;
        callout.Address = Text.Cut(told.Address, Callout.AddressLength) ?? callout.Address ?? site?.Address;
        callout.TrackingUrl = SafeLink(told.TrackingUrl) ?? callout.TrackingUrl;
        if (site is not null && callout.SiteId is null)
        {
            callout.Site = site;
            callout.SiteId = site.Id;
            callout.SiteName = site.DisplayName;
            callout.Reference = site.Reference;
            callout.SiteGroupId = site.GroupId;
            callout.SiteGroupName = site.Group?.Name;
        }
        if (told.Dispatches.Count > 0)
            MergeDispatches(callout, told.Dispatches);
    }

    /// <summary>"C12 R. Mokoena (Coastal Response)" for each responder.</summary>
    public static string? Responders(IReadOnlyList<AuraDispatch> dispatches)
    {
        var lines = dispatches.Select(Responder).Where(line => line.Length > 0).ToList();
        return lines.Count == 0 ? null : Text.Cut(string.Join("; ", lines), Callout.TextLength);
    }

    private static string Responder(AuraDispatch dispatch)
    {
        var name = string.Join(' ', new[] { dispatch.Callsign, dispatch.Responder }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return string.IsNullOrWhiteSpace(dispatch.Supplier) ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({dispatch.Supplier})").Trim();
    }

    private static void MergeDispatches(Callout callout, IReadOnlyList<AuraDispatch> dispatches)
    {
        callout.Responders = Responders(dispatches) ?? callout.Responders;
        callout.EtaMinutes = dispatches.Min(d => d.EtaMinutes) ?? callout.EtaMinutes;
        callout.DispatchedAt = dispatches.Min(d => d.DispatchedAt) ?? callout.DispatchedAt;
        callout.ArrivedAt = dispatches.Min(d => d.ArrivedAt) ?? callout.ArrivedAt;
        callout.CompletedAt = dispatches.Max(d => d.CompletedAt) ?? callout.CompletedAt;
    }

    /// <summary>A link that a browser may be sent to: a scheme such as javascript: never becomes an href.</summary>
    public static string? SafeLink(string? link) =>
        link is { Length: <= Callout.UrlLength } && Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? link : null;
}
