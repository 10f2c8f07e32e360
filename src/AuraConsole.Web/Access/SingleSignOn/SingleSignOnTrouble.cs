using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Access.SingleSignOn;

/// <summary>Why single sign-on came to nothing; stands in the address of the sign-in page.</summary>
public enum SingleSignOnTrouble
{
    None,

    /// <summary>The provider was not reached, refused, or answered nonsense; or the browser came back by another way than it left.</summary>
    Failed,

    /// <summary>What the provider says maps to no role.</summary>
    NoRole,

    /// <summary>Somebody with the same email is here and is not joined.</summary>
    Taken,

    /// <summary>Disabled or locked here.</summary>
    Refused,
}

internal static class SingleSignOnTroubles
{
    public static string? Told(this SingleSignOnTrouble trouble, string provider) => trouble switch
    {
        SingleSignOnTrouble.Failed => Say.With(SecurityText.SsoFailed, provider),
        SingleSignOnTrouble.NoRole => Say.With(SecurityText.SsoNoRole, provider),
        SingleSignOnTrouble.Taken => Say.With(SecurityText.SsoTaken, provider),
        SingleSignOnTrouble.Refused => SecurityText.SsoDisabled,
        _ => null,
    };
}
