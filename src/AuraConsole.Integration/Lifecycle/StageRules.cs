using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Webhooks;

namespace AuraConsole.Integration.Lifecycle;

/// <summary>How a callout moves: forwards only, whatever arrives late, twice or out of order. Pure.</summary>
public static class StageRules
{
    /// <summary>The stage after an event: the later of the present stage and the one the event names.</summary>
    public static CalloutStage After(CalloutStage present, AuraEventKind happened) => throw new NotImplementedException();

    /// <summary>The stage an event names; null for an event that moves nothing.</summary>
    public static CalloutStage? NamedBy(AuraEventKind happened) => throw new NotImplementedException();

    /// <summary>
    /// The stage a reading shows: the latest of what its status text (mapped leniently, without case), its dispatch timestamps and a
    /// 285 say; null when nothing is recognised.
    /// </summary>
    public static CalloutStage? ShownBy(AuraCallout reading) => throw new NotImplementedException();

    /// <summary>The later of two stages.</summary>
    public static CalloutStage Later(CalloutStage present, CalloutStage other) => other > present ? other : present;
}
