namespace AuraConsole.Integration.Webhooks;

/// <summary>Reads a delivery's body; tolerant of everything but the envelope.</summary>
public static class AuraEventParser
{
    /// <summary>Parses a body. False when it is not JSON, not an object, or has no <c>message</c> text.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> body, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out AuraEvent? parsed) =>
        throw new NotImplementedException();
}
