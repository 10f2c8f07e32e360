using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="ICancellationReasonsApi"/>
internal sealed class CancellationReasonsApi(AuraCaller caller, ListAnswers lists) : ICancellationReasonsApi
{
    private const string Reasons = "/panic-api/v2/callouts/{calloutId}/exceptionReasons";

    public Task<IReadOnlyList<CancellationReason>> ListAsync(long calloutId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(
            AuraCalls.Get(Reasons, AuraCalls.Id("calloutId", calloutId)),
            answer => lists.Read(Reasons, answer, ReasonReader.ListNames, ReasonReader.Read),
            cancellationToken);

    public async Task<AttachedReason?> AttachAsync(
        long calloutId, long reasonId, string? notes = null, CancellationToken cancellationToken = default)
    {
        var call = AuraCalls.Post(
            Reasons, new ReasonBody(reasonId, notes), AuraJsonContext.Default.ReasonBody, AuraCalls.Id("calloutId", calloutId));
        var done = await caller.SendAsync(call, Attached, cancellationToken).ConfigureAwait(false);
        return done.Reason;
    }

    private static Outcome? Attached(AuraAnswer answer) =>
        answer.IsDone ? new Outcome(answer.Json is { } json ? ReasonReader.ReadAttached(json) : null) : null;

    private sealed record Outcome(AttachedReason? Reason);
}
