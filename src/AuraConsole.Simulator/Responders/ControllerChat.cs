using AuraConsole.Simulator.State;
using AuraConsole.Simulator.Webhooks;

namespace AuraConsole.Simulator.Responders;

/// <summary>The chat of a callout, with a simulated controller at AURA who answers after a while.</summary>
internal sealed class ControllerChat : IDisposable
{
    private const int WaitingCapacity = 1_000;

    private static readonly string[] Replies =
        ["Received, passed on to the responder.", "Noted. The responder has been told.", "Thank you, we have added it to the callout."];

    private readonly SimulatorState _state;
    private readonly SimulatorOptions _options;
    private readonly DeliveryQueue _deliveries;
    private readonly TimeProvider _time;
    private readonly DueClock<DueReply> _clock;

    public ControllerChat(SimulatorState state, SimulatorOptions options, DeliveryQueue deliveries, TimeProvider time)
    {
        (_state, _options, _deliveries, _time) = (state, options, deliveries, time);
        _clock = new DueClock<DueReply>(time, OnDue);
    }

    private bool Replying => _options.ChatReplies && !_options.Silent;

    /// <summary>Writes a message of the integration into the stream.</summary>
    public (SimulatedEvent? Event, Refusal? Refusal) Post(SourceState source, long calloutId, string from, string text)
    {
        lock (source.Gate)
        {
            if (source.Callout(calloutId) is not { } callout) return (null, Refusal.NotFound("Callout"));
            if (!callout.IsActive) return (null, Refusal.Invalid("The callout is closed"));
            var entry = Write(source, callout, from, "Integration", text);
            if (Replying && _clock.Count < WaitingCapacity)
            {
                _clock.Schedule(new DueReply(source.ClientId, calloutId, entry.Id), _options.ChatReplyDelay);
            }

            return (entry, null);
        }
    }

    public void Dispose() => _clock.Dispose();

    private void OnDue(DueReply due)
    {
        if (!Replying || _state.Source(due.ClientId) is not { } source) return;
        lock (source.Gate)
        {
            if (source.Callout(due.CalloutId) is { IsActive: true } callout)
            {
                Write(source, callout, "controller", "AURA controller", Replies[due.EventId % Replies.Length]);
            }
        }
    }

    private SimulatedEvent Write(SourceState source, SimulatedCallout callout, string from, string by, string text)
    {
        var entry = new SimulatedEvent(_state.NextEventId(), callout.Id, text, from, by, callout.Status, _time.GetUtcNow());
        source.Dossier(callout.Id).Add(entry);
        _deliveries.Add(source, EventNames.EventsChanged, callout);
        return entry;
    }

    private sealed record DueReply(string ClientId, long CalloutId, long EventId);
}
