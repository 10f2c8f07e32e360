namespace AuraConsole.Integration.Lifecycle;

/// <summary>Which operation makes sense in which stage, so that a screen can ask before it offers. Pure.</summary>
public static class CalloutOperations
{
    /// <summary>
    /// Whether <paramref name="operation"/> may be offered for a callout in <paramref name="stage"/>. From AURA's pages: a cancellation
    /// needs an active callout (cancel-callout), a location update is refused after closure (callout lifecycle), report, map and rating
    /// come after it (callout lifecycle). Our choice, where they are silent: what is called off already is not cancelled again; dismissing
    /// and writing end with closure; a reason may be attached at any time, because AURA does not say whether it goes before or after the
    /// cancellation, and closes a cancelled callout when it likes.
    /// </summary>
    public static OperationCheck In(CalloutStage stage, CalloutOperation operation) => operation switch
    {
        CalloutOperation.AttachReason => Allowed,
        CalloutOperation.Report or CalloutOperation.Map or CalloutOperation.Rate =>
            stage == CalloutStage.Closed ? Allowed : new OperationCheck(NotAllowed.NotClosedYet),
        _ when stage == CalloutStage.Closed => new OperationCheck(NotAllowed.Closed),
        CalloutOperation.Cancel or CalloutOperation.SafeCodeCancel when stage == CalloutStage.StoodDown =>
            new OperationCheck(NotAllowed.CalledOff),
        _ => Allowed,
    };

    private static OperationCheck Allowed => default;
}
