namespace AuraConsole.Web.Features.Upkeep.Retention;

/// <summary>What retention knows; everything else is kept.</summary>
public enum RetentionKind
{
    Deliveries,
    Callouts,
    Commands,
    SoundTests,
    DeliveryHours,
    Firings,
    Handovers,
}

/// <summary>What a run removes, or would remove.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Age">How old it may become; zero for ever.</param>
/// <param name="Count">How many.</param>
public sealed record RetentionLine(RetentionKind Kind, TimeSpan Age, int Count);
