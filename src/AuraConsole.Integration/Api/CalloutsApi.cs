using System.Globalization;
using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="ICalloutsApi"/>
internal sealed class CalloutsApi(AuraCaller caller, ListAnswers lists) : ICalloutsApi
{
    private const string Sites = "/panic-api/v2/predefinedLocations/externalRef";
    private const string Callouts = "/panic-api/v2/callouts";
    private const string Active = Callouts + "/activeCallouts";

    public Task<RaisedCallout> RaiseForSiteAsync(string reference, RaiseForSite request, CancellationToken cancellationToken = default)
    {
        var body = new RaiseBody(request.ResponseTypeId, request.ClassificationId, request.InternalTest);
        var call = new AuraCall(
            HttpMethod.Post,
            Sites + "/{reference}/callouts",
            $"{Sites}/{Segment(reference)}/callouts",
            JsonSerializer.SerializeToUtf8Bytes(body, AuraJsonContext.Default.RaiseBody));
        return caller.SendAsync(call, ReadRaised, cancellationToken);
    }

    public Task<AuraCallout> GetAsync(long calloutId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(
            new AuraCall(HttpMethod.Get, Callouts + "/{id}", PathOf(calloutId)), answer => ReadOne(answer, calloutId), cancellationToken);

    public Task<IReadOnlyList<AuraCallout>> ListActiveAsync(CancellationToken cancellationToken = default) =>
        caller.SendAsync(
            new AuraCall(HttpMethod.Get, Active, Active),
            answer => lists.Read(Active, answer, CalloutReader.ListNames, CalloutReader.Read),
            cancellationToken);

    public async Task<AuraCallout?> CancelAsync(long calloutId, CancellationToken cancellationToken = default)
    {
        var call = new AuraCall(HttpMethod.Post, Callouts + "/{id}/cancel", PathOf(calloutId) + "/cancel", "{}"u8.ToArray());
        var cancelled = await caller.SendAsync(call, answer => ReadCancelled(answer, calloutId), cancellationToken).ConfigureAwait(false);
        return cancelled.Callout;
    }

    private static string PathOf(long calloutId) => string.Create(CultureInfo.InvariantCulture, $"{Callouts}/{calloutId}");

    /// <summary>
    /// A reference as one path segment. Dot segments would be resolved away, and a broken character would be replaced: both would raise
    /// for something else than what was asked.
    /// </summary>
    private static string Segment(string reference)
    {
        var segment = Uri.EscapeDataString(reference);
        var isName = !string.IsNullOrWhiteSpace(reference) && reference is not ("." or "..");
        var survives = isName && Uri.UnescapeDataString(segment) == reference;
        return survives ? segment : throw Refusals.BeforeSending("The reference cannot be part of an address.", nameof(reference));
    }

    private static RaisedCallout? ReadRaised(AuraAnswer answer)
    {
        if (Read(answer) is not { } callout)
            return null;
        var reference = answer.Json?.Text("externalReferenceId") ?? callout.Raw.Text("externalReferenceId");
        return new RaisedCallout(callout, reference, answer.Json is { } json ? JsonEnvelope.Message(json) : null);
    }

    /// <summary>An answer about another callout is no answer; a 285 says "closed" even without a body.</summary>
    private static AuraCallout? ReadOne(AuraAnswer answer, long calloutId)
    {
        if (Read(answer) is { } callout && callout.Id == calloutId)
            return callout;
        return answer.Status == AuraAnswer.Closed
            ? new AuraCallout { Id = calloutId, ClosedByStatusCode = true, Raw = EmptyObject() }
            : null;
    }

    /// <summary>Done without a callout is done; the cancel page does not promise one.</summary>
    private static Cancelled? ReadCancelled(AuraAnswer answer, long calloutId)
    {
        if (ReadOne(answer, calloutId) is { } callout)
            return new Cancelled(callout);
        return answer.IsDone && Read(answer) is null ? new Cancelled(null) : null;
    }

    private static AuraCallout? Read(AuraAnswer answer) =>
        answer.Json is { } json && CalloutReader.Read(json) is { } callout
            ? callout with { ClosedByStatusCode = answer.Status == AuraAnswer.Closed }
            : null;

    private static JsonElement EmptyObject()
    {
        using var document = JsonDocument.Parse("{}");
        return document.RootElement.Clone();
    }

    private sealed record Cancelled(AuraCallout? Callout);
}
