using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="ICalloutEventsApi"/>
internal sealed class CalloutEventsApi(AuraCaller caller, ListAnswers lists) : ICalloutEventsApi
{
    private const string Events = "/panic-api/v2/callouts/{calloutId}/events";

    public Task<IReadOnlyList<CalloutEvent>> ListAsync(long calloutId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(
            AuraCalls.Get(Events, AuraCalls.Id("calloutId", calloutId)),
            answer => lists.Read(Events, answer, CalloutEventReader.ListNames, CalloutEventReader.Read),
            cancellationToken);

    public Task<CalloutEvent> SendAsync(long calloutId, NewCalloutEvent words, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(words.Text) || string.IsNullOrWhiteSpace(words.Source))
            throw Refusals.BeforeSending("An event needs words and a source.", nameof(words));
        var call = AuraCalls.Post(
            Events, new EventBody(words.Source, words.Text), AuraJsonContext.Default.EventBody, AuraCalls.Id("calloutId", calloutId));
        return caller.SendAsync(call, static answer => answer.Json is { } json ? CalloutEventReader.Read(json) : null, cancellationToken);
    }
}
