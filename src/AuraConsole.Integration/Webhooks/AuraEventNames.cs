namespace AuraConsole.Integration.Webhooks;

/// <summary>AURA's event names (webhooks page) and what they mean.</summary>
public static class AuraEventNames
{
    /// <summary>Every name to register for.</summary>
    public static IReadOnlyList<string> All => throw new NotImplementedException();

    /// <summary>The kind of a name, compared without case; <see cref="AuraEventKind.Unknown"/> for any other.</summary>
    public static AuraEventKind KindOf(string name) => throw new NotImplementedException();
}
