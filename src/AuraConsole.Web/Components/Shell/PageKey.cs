namespace AuraConsole.Web.Components.Shell;

/// <summary>A key that works on the page, as keys.js found it there.</summary>
public sealed record PageKey(string? Key, string? Name)
{
    public const int Most = 60;

    /// <summary>One character alone: those can be switched off.</summary>
    public bool IsSingle => Key is { Length: 1 };
}
