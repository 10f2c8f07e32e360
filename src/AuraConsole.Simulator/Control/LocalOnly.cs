using System.Net;
using AuraConsole.Simulator.Api;

namespace AuraConsole.Simulator.Control;

/// <summary>
/// Keeps the control API and page to this machine, and to pages of its own: neither another site in a local browser nor a name that was
/// pointed at this machine reaches them.
/// </summary>
internal static class LocalOnly
{
    public const string Path = "/simulator";

    public static Task InvokeAsync(HttpContext context, RequestDelegate next) => IsLocal(context)
        ? next(context)
        : Answers.Message(StatusCodes.Status403Forbidden, "Only from this machine").ExecuteAsync(context);

    private static bool IsLocal(HttpContext context)
    {
        var request = context.Request;
        if (context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address)) return false;
        if (!Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own) || !own.IsLoopback) return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, own.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
    }
}
