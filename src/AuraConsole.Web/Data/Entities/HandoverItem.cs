using AuraConsole.Integration.Lifecycle;

namespace AuraConsole.Web.Data.Entities;

/// <summary>One line of a handover as it stood at the signature. Of customers it holds no name and no address: such a line could not be erased.</summary>
public sealed class HandoverItem
{
    public const int TitleLength = 200;
    public const int PlaceLength = 300;
    public const int DetailLength = 1000;

    public int Id { get; set; }

    public int HandoverId { get; set; }

    public Handover Handover { get; set; } = null!;

    /// <summary>1 for the first.</summary>
    public int Number { get; set; }

    public HandoverKind Kind { get; set; }

    /// <summary>What it is about, in the form of the audit's subjects: <c>callout:100234</c>.</summary>
    public required string Subject { get; set; }

    public required string Title { get; set; }

    public string? Place { get; set; }

    public CalloutStage? Stage { get; set; }

    /// <summary>Since when it stands so: the stage, the test, the missed visit.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>When it ends by itself, of a test.</summary>
    public DateTimeOffset? Until { get; set; }

    public string? OwnerName { get; set; }

    public string? Detail { get; set; }

    public DateTimeOffset? DetailAt { get; set; }

    /// <summary>Where its page is.</summary>
    public string? Address { get; set; }

    public int? GroupId { get; set; }

    public string? ConfirmedById { get; set; }

    public string? ConfirmedByName { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }
}

/// <summary>Why something is handed over; the gravest first. A callout stands under one of the first three only.</summary>
public enum HandoverKind
{
    /// <summary>An active callout whose stage clock is breached.</summary>
    Overdue,

    /// <summary>An active callout that nobody works on: unclaimed, or AURA no longer lists it.</summary>
    Parked,

    /// <summary>An active callout with an owner.</summary>
    Open,

    /// <summary>A command without an answer.</summary>
    UnknownCommand,

    MissedPatrol,
    OnTest,

    /// <summary>Deliveries that could not be applied, all in one line.</summary>
    SetAside,

    /// <summary>Sites that AURA has differently, one line a group.</summary>
    Drift,
}
