using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Escalations.Sending;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Escalations.Pages;

internal static class EscalationWords
{
    public static string Of(EscalationKind kind) => kind switch
    {
        EscalationKind.Unclaimed => EscalationText.KindUnclaimed,
        EscalationKind.Idle => EscalationText.KindIdle,
        EscalationKind.NobodyArmed => EscalationText.KindNobodyArmed,
        _ => EscalationText.KindAuraSilent,
    };

    public static string Hint(EscalationKind kind) => kind switch
    {
        EscalationKind.Unclaimed => EscalationText.HintUnclaimed,
        EscalationKind.Idle => EscalationText.HintIdle,
        EscalationKind.NobodyArmed => EscalationText.HintNobodyArmed,
        _ => EscalationText.HintAuraSilent,
    };

    public static string Of(EscalationSendState state) => state switch
    {
        EscalationSendState.Waiting => EscalationText.SendWaiting,
        EscalationSendState.Sent => EscalationText.SendSent,
        _ => EscalationText.SendGivenUp,
    };

    public static string Told(bool onBoard, bool withSound, bool byWebhook) => Say.Joined(
        onBoard ? EscalationText.OnBoard : null, withSound ? EscalationText.WithSound : null, byWebhook ? EscalationText.ByWebhook : null);

    public static string Of(EscalationRule rule) => Say.Joined(
        rule.Name, Of(rule.Kind), Say.With(EscalationText.Seconds, rule.Threshold), rule.IsOn ? EscalationText.On : EscalationText.Off,
        Told(rule.OnBoard, rule.WithSound, rule.ByWebhook), rule.WithTests ? EscalationText.WithTests : null);

    public static string About(EscalationFiring firing) => firing.CalloutAuraId is { } callout
        ? Say.Joined(Say.With(EscalationText.Callout, callout), firing.Place)
        : firing.Kind == EscalationKind.AuraSilent ? EscalationText.Aura : EscalationText.Sound;

    public static string? Address(EscalationFiring firing) =>
        firing.CalloutAuraId is { } callout ? string.Create(CultureInfo.InvariantCulture, $"/callouts/{callout}") : null;

    /// <summary>What to say of an acknowledgement; null when it was done.</summary>
    public static string? Refusal((AcknowledgeOutcome Outcome, string? ByName) result) => result.Outcome switch
    {
        AcknowledgeOutcome.Done => null,
        AcknowledgeOutcome.Already => Say.With(EscalationText.AlreadyBy, result.ByName),
        _ => EscalationText.NotThere,
    };

    public static string Answer(HookAnswer answer) => answer.Status is not { } status
        ? EscalationText.TestNoAnswer
        : Say.With(answer.IsTaken ? EscalationText.TestTaken : EscalationText.TestNotTaken, status);
}

internal static partial class EscalationLog
{
    [LoggerMessage(1, LogLevel.Error, "What a page of escalations was asked to do failed")]
    public static partial void Failed(ILogger logger, Exception failure);
}
