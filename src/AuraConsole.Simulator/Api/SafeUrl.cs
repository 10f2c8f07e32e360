namespace AuraConsole.Simulator.Api;

/// <summary>Addresses that AURA posts to. It takes HTTPS only; plain HTTP is taken here when it stays on this machine.</summary>
internal static class SafeUrl
{
    public static Uri? Read(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) ? url : null;
}
