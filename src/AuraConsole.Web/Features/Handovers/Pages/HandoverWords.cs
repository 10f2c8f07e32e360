using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Handovers.Signing;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Handovers.Pages;

internal static class HandoverWords
{
    public static string Of(HandoverKind kind) => kind switch
    {
        HandoverKind.Overdue => HandoverText.Overdue,
        HandoverKind.Parked => HandoverText.Parked,
        HandoverKind.Open => HandoverText.OpenKind,
        HandoverKind.UnknownCommand => HandoverText.UnknownCommand,
        HandoverKind.MissedPatrol => HandoverText.MissedPatrol,
        HandoverKind.OnTest => HandoverText.OnTest,
        HandoverKind.SetAside => HandoverText.SetAside,
        _ => HandoverText.Drift,
    };

    public static string Shape(HandoverKind kind) => kind switch
    {
        HandoverKind.Overdue or HandoverKind.MissedPatrol => "■",
        HandoverKind.Parked => "○",
        HandoverKind.UnknownCommand => "?",
        HandoverKind.OnTest => "◇",
        HandoverKind.Open => "●",
        _ => "▲",
    };

    public static string? Hint(HandoverKind kind) => kind switch
    {
        HandoverKind.Overdue => HandoverText.OverdueHint,
        HandoverKind.Parked => HandoverText.ParkedHint,
        HandoverKind.Open => HandoverText.OpenHint,
        _ => null,
    };

    public static bool IsCallout(HandoverKind kind) => kind is HandoverKind.Overdue or HandoverKind.Parked or HandoverKind.Open;

    /// <summary>What to say of a refusal; null when it was done.</summary>
    public static string? Refusal(HandoverResult result) => result.Outcome switch
    {
        HandoverOutcome.Done => null,
        HandoverOutcome.ListChanged => HandoverText.ListChanged,
        HandoverOutcome.OpenAlready => HandoverText.OpenAlready,
        HandoverOutcome.NotesTooLong => Say.With(HandoverText.NotesTooLong, Handover.NotesLength),
        HandoverOutcome.Own => HandoverText.OwnNotice,
        HandoverOutcome.ConfirmedMeanwhile => result.ByName is null ? HandoverText.TakenBackMeanwhile : Say.With(HandoverText.ConfirmedMeanwhile, result.ByName),
        HandoverOutcome.Signed => Say.With(HandoverText.SignedMeanwhile, result.ByName),
        HandoverOutcome.Withdrawn => Say.With(HandoverText.WithdrawnMeanwhile, result.ByName),
        HandoverOutcome.NotAllConfirmed => HandoverText.NotAllConfirmed,
        _ => HandoverText.Gone,
    };
}

internal static partial class HandoverLog
{
    [LoggerMessage(1, LogLevel.Error, "What a page of handovers was asked to do failed")]
    public static partial void Failed(ILogger logger, Exception failure);
}
