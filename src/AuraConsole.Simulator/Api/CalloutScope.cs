using System.Globalization;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Marks what a callout-scoped token may be used for (/api-reference/authentication/create-callout-token).</summary>
internal sealed class CalloutScope
{
    /// <summary>Whether the request stays with the token's customer; an unknown callout passes, to be answered 404.</summary>
    public static bool Allows(HttpContext context, SourceState source, long customerId)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<CalloutScope>() is null) return false;
        if (Id(context, "customerId") is { } asked) return asked == customerId;
        return Id(context, "id") is not { } calloutId || source.Callout(calloutId) is not { } callout || callout.CustomerId == customerId;
    }

    private static long? Id(HttpContext context, string name) => long.TryParse(
        context.GetRouteValue(name) as string, NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : null;
}
