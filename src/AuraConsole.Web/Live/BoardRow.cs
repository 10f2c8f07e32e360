using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Live;

/// <summary>A callout as the board shows it: all a row needs, nothing to be looked up.</summary>
public sealed record BoardRow
{
    /// <summary>AURA's callout id.</summary>
    public required long Id { get; init; }

    public required int Version { get; init; }

    public required CalloutStage Stage { get; init; }

    public required DateTimeOffset StageSince { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public int? SiteId { get; init; }

    public string? SiteName { get; init; }

    public string? Reference { get; init; }

    public int? SiteGroupId { get; init; }

    public string? SiteGroupName { get; init; }

    public string? Address { get; init; }

    public long? CustomerAuraId { get; init; }

    public string? CustomerName { get; init; }

    public int? ResponseTypeId { get; init; }

    public string? ResponseType { get; init; }

    public bool IsTest { get; init; }

    /// <summary>The site was on test when the callout came.</summary>
    public bool OnTest { get; init; }

    public Urgency Urgency { get; init; }

    public string? IncidentNumber { get; init; }

    public string? OwnerId { get; init; }

    public string? OwnerName { get; init; }

    /// <summary>Since when the owner has it.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    public DateTimeOffset? FirstClaimedAt { get; init; }

    /// <summary>The owner before, when the present one took it over.</summary>
    public string? TakenFromId { get; init; }

    /// <summary>Whether somebody works on it, for those who are not told who.</summary>
    public bool IsClaimed { get; init; }

    /// <summary>Where the callout is; null when only its site knows.</summary>
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>When the running stage clock turns to a warning; null when no clock runs. Set for screens that have no presets.</summary>
    public DateTimeOffset? WarnsAt { get; init; }

    /// <summary>When the running stage clock is breached.</summary>
    public DateTimeOffset? BreachesAt { get; init; }

    public DateTimeOffset? DispatchedAt { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public double? EtaMinutes { get; init; }

    public bool RaisedElsewhere { get; init; }

    public bool MissingAtAura { get; init; }

    public string? AuraStatus { get; init; }

    public EntryKind? LastEntryKind { get; init; }

    public CalloutStage? LastEntryStage { get; init; }

    public string? LastEntryDetail { get; init; }

    public DateTimeOffset? LastEntryAt { get; init; }

    public bool IsActive => Stage != CalloutStage.Closed;

    public static BoardRow Of(Callout callout) => new()
    {
        Id = callout.AuraId,
        Version = callout.Version,
        Stage = callout.Stage,
        StageSince = callout.StageSince,
        FirstSeenAt = callout.FirstSeenAt,
        ClosedAt = callout.ClosedAt,
        SiteId = callout.SiteId,
        SiteName = callout.SiteName,
        Reference = callout.Reference,
        SiteGroupId = callout.SiteGroupId,
        SiteGroupName = callout.SiteGroupName,
        Address = callout.Address,
        CustomerAuraId = callout.CustomerAuraId,
        CustomerName = callout.CustomerName,
        ResponseTypeId = callout.ResponseTypeId,
        ResponseType = callout.ResponseType,
        IsTest = callout.IsTest,
        OnTest = callout.OnTest,
        Urgency = UrgencyRules.Of(callout),
        IncidentNumber = callout.IncidentNumber,
        OwnerId = callout.OwnerId,
        OwnerName = callout.OwnerName,
        ClaimedAt = callout.ClaimedAt,
        // older callouts were claimed before the first claim was kept
        FirstClaimedAt = callout.FirstClaimedAt ?? callout.ClaimedAt,
        TakenFromId = callout.TakenFromId,
        IsClaimed = callout.OwnerId is not null,
        Latitude = callout.Latitude,
        Longitude = callout.Longitude,
        DispatchedAt = callout.DispatchedAt,
        ArrivedAt = callout.ArrivedAt,
        CompletedAt = callout.CompletedAt,
        EtaMinutes = callout.EtaMinutes,
        RaisedElsewhere = callout.RaisedByCommandId is null,
        MissingAtAura = callout.MissingSince is not null,
        AuraStatus = callout.AuraStatus,
        LastEntryKind = callout.LastEntryKind,
        LastEntryStage = callout.LastEntryStage,
        LastEntryDetail = callout.LastEntryDetail,
        LastEntryAt = callout.LastEntryAt,
    };
}
