using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Live;

/// <summary>How urgent a callout is by its nature, the least urgent first: order, sound and colour go by it.</summary>
public enum Urgency
{
    Test,
    Security,
    Medical,
}

public static class UrgencyRules
{
    private const string Medical = "MEDICAL";

    /// <summary>AURA names a response type or an emergency in free text; whatever is not known to be medical or a test counts as security.</summary>
    public static Urgency Of(Callout callout) =>
        callout.IsTest ? Urgency.Test
        : Names(callout.ResponseType) || Names(callout.Emergency) || Names(callout.Category) ? Urgency.Medical
        : Urgency.Security;

    private static bool Names(string? text) => text?.Contains(Medical, StringComparison.OrdinalIgnoreCase) == true;
}
