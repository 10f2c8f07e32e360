namespace AuraConsole.Web.Access.Factors;

/// <summary>Codes for the day on which the telephone is lost; each opens once.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    private const int Half = 5;

    /// <summary>As Identity spells them, however they were typed.</summary>
    public static string Spelled(string signs) => signs.Length == 2 * Half ? $"{signs[..Half]}-{signs[Half..]}" : signs;
}
