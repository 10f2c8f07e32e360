using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Webhooks;

namespace AuraConsole.Integration.Lifecycle;

/// <summary>How a callout moves: forwards only, whatever arrives late, twice or out of order. Pure.</summary>
public static class StageRules
{
    /// <summary>In order: the first whose word is in the status wins.</summary>
    private static readonly (string Word, CalloutStage Stage)[] Words =
    [
        ("closed", CalloutStage.Closed),
        ("cancel", CalloutStage.StoodDown),
        ("stood down", CalloutStage.StoodDown),
        ("no longer", CalloutStage.StoodDown),
        ("complet", CalloutStage.Completed),
        ("arriv", CalloutStage.OnScene),
        ("on scene", CalloutStage.OnScene),
        ("onscene", CalloutStage.OnScene),
        ("dispatch", CalloutStage.Dispatched),
        ("acknowledg", CalloutStage.Dispatched),
        ("en route", CalloutStage.Dispatched),
        ("created", CalloutStage.Created),
        ("new", CalloutStage.Created),
    ];

    /// <summary>A status with one of these tells what has not happened; read as done, it could never be taken back.</summary>
    private static readonly string[] NotYet = ["not ", "await", "pending", "request", "unable", "fail"];

    /// <summary>The stage after an event: the later of the present stage and the one the event names.</summary>
    public static CalloutStage After(CalloutStage present, AuraEventKind happened) => Later(present, NamedBy(happened) ?? present);

    /// <summary>The stage an event names; null for an event that moves nothing.</summary>
    public static CalloutStage? NamedBy(AuraEventKind happened) => happened switch
    {
        AuraEventKind.NewCallout => CalloutStage.Created,
        AuraEventKind.ResponderAcknowledged or AuraEventKind.ResponderManuallyDispatched => CalloutStage.Dispatched,
        AuraEventKind.ResponderArrived => CalloutStage.OnScene,
        AuraEventKind.ResponderCompleted => CalloutStage.Completed,
        AuraEventKind.NoLongerRequiresResponse => CalloutStage.StoodDown,
        AuraEventKind.CalloutClosed => CalloutStage.Closed,
        _ => null,
    };

    /// <summary>
    /// The stage a reading shows: the latest of what its status text (mapped leniently, without case), its dispatch timestamps and a
    /// 285 say; null when nothing is recognised.
    /// </summary>
    public static CalloutStage? ShownBy(AuraCallout reading)
    {
        var shown = OfStatus(reading.Status);
        foreach (var dispatch in reading.Dispatches)
            shown = Latest(shown, OfTimes(dispatch));
        return reading.ClosedByStatusCode ? CalloutStage.Closed : shown;
    }

    /// <summary>The later of two stages.</summary>
    public static CalloutStage Later(CalloutStage present, CalloutStage other) => other > present ? other : present;

    private static CalloutStage? Latest(CalloutStage? one, CalloutStage? other) =>
        one is { } first && other is { } second ? Later(first, second) : one ?? other;

    private static CalloutStage? OfTimes(AuraDispatch dispatch) => dispatch switch
    {
        { CompletedAt: not null } => CalloutStage.Completed,
        { ArrivedAt: not null } => CalloutStage.OnScene,
        { DispatchedAt: not null } => CalloutStage.Dispatched,
        _ => null,
    };

    private static CalloutStage? OfStatus(string? text)
    {
        if (text?.Trim().ToLowerInvariant() is not { Length: > 0 } status || NotYet.Any(word => status.Contains(word, StringComparison.Ordinal)))
            return null;
        foreach (var (word, stage) in Words)
        {
            if (status.Contains(word, StringComparison.Ordinal))
                return stage;
        }

        return null;
    }
}
