using System.Threading.Channels;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Webhooks;

/// <summary>
/// Takes deliveries without waiting, so that it can be called while a source is locked. All of one callout, customer or
/// subscription go through the same lane, which keeps their order.
/// </summary>
internal sealed partial class DeliveryQueue(SimulatorOptions options, ILogger<DeliveryQueue> logger)
{
    private const int LaneCount = 8;
    private const int LaneCapacity = 1_024;

    private readonly Channel<Delivery>[] _lanes =
        [.. Enumerable.Range(0, LaneCount).Select(static _ => Channel.CreateBounded<Delivery>(LaneCapacity))];

    public IEnumerable<ChannelReader<Delivery>> Lanes => _lanes.Select(static lane => lane.Reader);

    /// <summary>Queues an event of the source's webhook, if it was asked for.</summary>
    public void Add(SourceState source, string eventName, SimulatedCallout callout) =>
        Add(source, eventName, callout.Id, name => DeliveryBodies.Write(name, callout, options.WebhookBody));

    /// <inheritdoc cref="Add(SourceState, string, SimulatedCallout)" />
    public void Add(SourceState source, string eventName, SimulatedCustomer customer) =>
        Add(source, eventName, customer.Id, name => DeliveryBodies.Write(name, customer, options.WebhookBody));

    /// <inheritdoc cref="Add(SourceState, string, SimulatedCallout)" />
    public void Add(SourceState source, string eventName, SimulatedSubscription subscription) =>
        Add(source, eventName, subscription.Id, name => DeliveryBodies.Write(name, subscription, options.WebhookBody));

    /// <summary>Queues an event whether it was asked for or not.</summary>
    public void Add(WebhookRegistration webhook, string eventName, SimulatedCallout callout, WebhookBody body) =>
        Add(new Delivery(webhook, eventName, callout.Id, DeliveryBodies.Write(eventName, callout, body)));

    private void Add(SourceState source, string eventName, long entityId, Func<string, byte[]> write)
    {
        if (source.Webhook is { } webhook && webhook.NameFor(eventName) is { } name)
        {
            Add(new Delivery(webhook, name, entityId, write(name)));
        }
    }

    private void Add(Delivery delivery)
    {
        if (!_lanes[delivery.EntityId % _lanes.Length].Writer.TryWrite(delivery))
        {
            Log.Overflow(logger, delivery.Event, delivery.EntityId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Too many deliveries wait: {Event} of {EntityId} is lost")]
        public static partial void Overflow(ILogger logger, string @event, long entityId);
    }
}
