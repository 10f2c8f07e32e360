using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Reads responders. AURA's webhooks page promises responder, supplier and timestamps, and names none of the keys.</summary>
internal static class DispatchReader
{
    private const double LongestEtaMinutes = 7 * 24 * 60;

    public static IReadOnlyList<AuraDispatch> Read(JsonElement callout, List<JsonElement> incidents)
    {
        List<AuraDispatch> dispatches = [.. incidents.Select(ReadOne).OfType<AuraDispatch>()];
        if (dispatches.Count == 0 && ReadOne(callout) is { } own)
            dispatches.Add(own);
        return dispatches;
    }

    private static AuraDispatch? ReadOne(JsonElement element)
    {
        var dispatch = new AuraDispatch
        {
            Responder = Name(element.Object("responder")) ?? element.Text("responder", "responderName"),
            Callsign = element.Object("responder")?.Text("callsign", "callSign") ?? element.Text("callsign", "callSign"),
            Supplier = Name(element.Object("supplier")) ?? element.Text("supplier", "supplierName"),
            EtaMinutes = Eta(element) ?? Eta(element.Object("responder")),
            DispatchedAt = When(element, "dispatchedAt", "responderDispatchedAt", "acknowledgedAt"),
            ArrivedAt = When(element, "arrivedAt", "arrivedOnSceneAt", "onSceneAt", "responderArrivedAt"),
            CompletedAt = When(element, "completedAt", "responderCompletedAt"),
        };
        return dispatch == new AuraDispatch() ? null : dispatch;
    }

    private static string? Name(JsonElement? party) => party?.Text("name", "fullName", "displayName");

    private static DateTimeOffset? When(JsonElement element, params ReadOnlySpan<string> names) =>
        element.Instant(names) ?? element.Object("timestamps")?.Instant(names) ?? element.Object("responder")?.Instant(names);

    private static double? Eta(JsonElement? element)
    {
        var minutes = element?.Number("eta", "etaMinutes") ?? element?.Object("eta")?.Number("minutes");
        return minutes is >= 0 and <= LongestEtaMinutes ? minutes : null;
    }
}
