using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Outbound;

/// <summary>A command as screens show it.</summary>
public sealed record CommandView
{
    public required Guid Id { get; init; }

    public required CommandKind Kind { get; init; }

    public required CommandState State { get; init; }

    public int? SiteId { get; init; }

    public string? SiteName { get; init; }

    public string? Reference { get; init; }

    /// <summary>The group of its site.</summary>
    public int? SiteGroupId { get; init; }

    /// <summary>AURA's id of the customer, for a raise at a live location.</summary>
    public long? CustomerAuraId { get; init; }

    /// <summary>AURA's callout id, once known.</summary>
    public long? CalloutId { get; init; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public string? Reason { get; init; }

    /// <summary>The customer's own cancel.</summary>
    public bool WithSafeCode { get; init; }

    public string? AuraMessage { get; init; }

    public AuraErrorKind? ErrorKind { get; init; }

    public CommandNote? Note { get; init; }

    public bool NeedsPerson { get; init; }

    public bool IsOpen => State is CommandState.Recorded or CommandState.Sending or CommandState.Unknown;

    /// <param name="command">With its site loaded, when it has one.</param>
    public static CommandView Of(Command command) => new()
    {
        Id = command.Id,
        Kind = command.Kind,
        State = command.State,
        SiteId = command.SiteId,
        SiteName = command.Site?.DisplayName,
        Reference = command.Site?.Reference,
        SiteGroupId = command.Site?.GroupId,
        CustomerAuraId = command.CustomerAuraId,
        CalloutId = command.CalloutAuraId,
        AskedBy = command.AskedByName,
        AskedAt = command.AskedAt,
        SentAt = command.SentAt,
        SettledAt = command.SettledAt,
        Reason = command.Reason,
        WithSafeCode = command.WithSafeCode,
        AuraMessage = command.AuraMessage,
        ErrorKind = command.ErrorKind,
        Note = command.Note,
        NeedsPerson = command.NeedsPerson,
    };
}
