using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>What the answers to callout calls mean, 285 included; null for what is no answer to the call.</summary>
internal static class CalloutAnswers
{
    public static RaisedCallout? Raised(AuraAnswer answer)
    {
        if (Read(answer) is not { } callout)
            return null;
        var reference = answer.Json?.Text("externalReferenceId") ?? callout.Raw.Text("externalReferenceId");
        var installer = answer.Json?.Text("installerIdentifier") ?? callout.Raw.Text("installerIdentifier");
        return new RaisedCallout(callout, reference, Message(answer)) { InstallerIdentifier = installer };
    }

    /// <summary>A callout that names another customer is no answer.</summary>
    public static RaisedCallout? RaisedFor(AuraAnswer answer, long customerId) =>
        Raised(answer) is { } raised && (raised.Callout.CustomerId ?? customerId) == customerId ? raised : null;

    /// <summary>An answer about another callout is no answer; a 285 says "closed" even without a body.</summary>
    public static AuraCallout? One(AuraAnswer answer, long calloutId)
    {
        if (Read(answer) is { } callout && callout.Id == calloutId)
            return callout;
        return answer.Status == AuraAnswer.Closed
            ? new AuraCallout { Id = calloutId, ClosedByStatusCode = true, Raw = EmptyObject() }
            : null;
    }

    /// <summary>Done without a callout is done; the cancel page does not promise one.</summary>
    public static CancelledCallout? Cancelled(AuraAnswer answer, long calloutId)
    {
        if (One(answer, calloutId) is { } callout)
            return new CancelledCallout(callout);
        return answer.IsDone && Read(answer) is null ? new CancelledCallout(null) : null;
    }

    public static LocationUpdate? Located(AuraAnswer answer, long calloutId)
    {
        if (answer.Status == AuraAnswer.Closed)
            return new LocationUpdate(true, One(answer, calloutId), Message(answer));
        return answer.IsDone ? new LocationUpdate(false, One(answer, calloutId), Message(answer)) : null;
    }

    private static string? Message(AuraAnswer answer) => answer.Json is { } json ? JsonEnvelope.Message(json) : null;

    private static AuraCallout? Read(AuraAnswer answer) =>
        answer.Json is { } json && CalloutReader.Read(json) is { } callout
            ? callout with { ClosedByStatusCode = answer.Status == AuraAnswer.Closed }
            : null;

    private static JsonElement EmptyObject()
    {
        using var document = JsonDocument.Parse("{}");
        return document.RootElement.Clone();
    }
}

/// <summary>A cancellation that was done, with the callout if AURA sent it.</summary>
internal sealed record CancelledCallout(AuraCallout? Callout);
