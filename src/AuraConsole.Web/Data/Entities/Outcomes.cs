namespace AuraConsole.Web.Data.Entities;

/// <summary>How a closed callout ended as far as the console itself knows, while AURA's report has no word for it.</summary>
public static class Outcomes
{
    // in brackets, so that they cannot be taken for a word of AURA's
    public const string NotTold = "(not told)";
    public const string StoodDown = "(stood down)";
    public const string ClosedHere = "(closed here)";

    public static bool IsOurs(string? outcome) => outcome is null or NotTold or StoodDown or ClosedHere;

    /// <summary>What a callout's outcome is now; AURA's own word, once told, stays while it is closed.</summary>
    public static string? Of(Callout callout) => callout switch
    {
        { IsActive: true } => null,
        { Outcome: { } told } when !IsOurs(told) => told,
        { ClosedHere: true } => ClosedHere,
        { StoodDownAt: not null } => StoodDown,
        _ => NotTold,
    };
}
