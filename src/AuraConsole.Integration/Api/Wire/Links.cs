namespace AuraConsole.Integration.Api.Wire;

/// <summary>Addresses that AURA hands out. Only a web address is passed on: the console shows it as a link.</summary>
internal static class Links
{
    public static string? Read(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme is "https" or "http") ? text : null;
}
