namespace AuraConsole.Simulator;

/// <summary>The subscription types on offer. AURA names only the last two; its quickstart uses the id 4.</summary>
internal static class SubscriptionTypes
{
    public static IReadOnlyList<SubscriptionType> All { get; } =
    [
        new(1, "SECURITY_SINGLE", "Security, one person"),
        new(2, "SECURITY_FAMILY", "Security, family"),
        new(3, "MEDICAL_SINGLE", "Medical, one person"),
        new(4, "SECURITY_MEDICAL_SINGLE", "Security and medical, one person"),
        new(5, "WEB_SIGNUP_SINGLE", "Web sign-up, one person"),
        new(6, "WEB_SIGNUP_FAMILY", "Web sign-up, family"),
    ];

    public static bool IsKnown(long id) => All.Any(type => type.Id == id);
}

/// <summary>A kind of subscription.</summary>
internal sealed record SubscriptionType(long Id, string Value, string Description);
