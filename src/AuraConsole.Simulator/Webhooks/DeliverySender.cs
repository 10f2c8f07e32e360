using System.Net.Http.Headers;
using System.Threading.Channels;
using AuraConsole.Simulator.Faults;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Webhooks;

/// <summary>Sends deliveries, at most once each: AURA promises no retry.</summary>
internal sealed partial class DeliverySender(
    DeliveryQueue queue, SimulatorOptions options, SimulatorState state, SimulatorFaults faults, TimeProvider time,
    ILogger<DeliverySender> logger) : BackgroundService
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(queue.Lanes.Select(lane => RunLaneAsync(lane, stoppingToken)));

    private async Task RunLaneAsync(ChannelReader<Delivery> lane, CancellationToken cancellationToken)
    {
        var batch = new List<Delivery>();
        while (await lane.WaitToReadAsync(cancellationToken))
        {
            await TakeAsync(lane, batch, cancellationToken);
            foreach (var delivery in batch) await SendAsync(delivery, cancellationToken);
            batch.Clear();
        }
    }

    private async Task TakeAsync(ChannelReader<Delivery> lane, List<Delivery> batch, CancellationToken cancellationToken)
    {
        if (!lane.TryRead(out var first)) return;
        batch.Add(first);
        var window = faults.ReorderWindow;
        if (window < 2) return;

        using var hold = new CancellationTokenSource(faults.ReorderHold, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hold.Token, cancellationToken);
        while (batch.Count < window && await ReadWithinAsync(lane, either.Token) is { } next) batch.Add(next);
        batch.Reverse();
    }

    private static async Task<Delivery?> ReadWithinAsync(ChannelReader<Delivery> lane, CancellationToken cancellationToken)
    {
        try
        {
            return await lane.ReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (faults.TakeLostDelivery())
        {
            Record(delivery, 0, "lost by a fault");
            return;
        }

        for (var sent = 0; sent <= faults.Duplicates; sent++) await PostAsync(delivery, cancellationToken);
    }

    private async Task PostAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.WebhookTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, delivery.To.Url) { Content = new ByteArrayContent(delivery.Body) };
            request.Content.Headers.ContentType = Json;
            foreach (var (name, value) in delivery.To.Headers) request.Headers.TryAddWithoutValidation(name, value);

            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            Record(delivery, (int)response.StatusCode, null);
            if (!response.IsSuccessStatusCode) Log.Refused(logger, delivery.Event, delivery.EntityId, (int)response.StatusCode);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var reason = exception is HttpRequestException ? exception.Message : "no answer in time";
            Record(delivery, 0, reason);
            Log.Unanswered(logger, delivery.Event, delivery.EntityId, reason);
        }
    }

    private void Record(Delivery delivery, int status, string? error) =>
        state.Record(new DeliveryEntry(time.GetUtcNow(), delivery.Event, delivery.EntityId, status, error));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Event} of {EntityId} was answered {Status}")]
        public static partial void Refused(ILogger logger, string @event, long entityId, int status);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Event} of {EntityId} was not answered: {Reason}")]
        public static partial void Unanswered(ILogger logger, string @event, long entityId, string reason);
    }
}
