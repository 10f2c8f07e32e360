using System.Threading.Channels;
using AuraConsole.Integration.Webhooks;
using AuraConsole.Web.Data;
using AuraConsole.Web.Live;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Webhooks;

/// <summary>
/// Brings deliveries to disk. Commits are grouped: whatever arrived while one commit was written goes into the next, so that many
/// deliveries share one fsync.
/// </summary>
public sealed partial class InboxWriter(
    IOptions<DatabaseOptions> database, WriteGate gate, InboxDoorbell doorbell, ReadRequests reads, MessageRequests messages, UpstreamStatus upstream, ConsoleMeters meters,
    DeliveryLedger ledger, ILogger<InboxWriter> logger) : BackgroundService
{
    private const int MostWaiting = 4096;
    private const long MostBytesWaiting = 64 * 1024 * 1024;
    private const int MostPerCommit = 512;

    private readonly Channel<IncomingDelivery> _waiting =
        Channel.CreateBounded<IncomingDelivery>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private long _bytesWaiting;
    private long _stored;

    /// <summary>Deliveries stored since the start.</summary>
    public long Stored => Interlocked.Read(ref _stored);

    /// <summary>Stores a delivery; done once it is committed. False when there is no room or the database refuses: not stored.</summary>
    public async Task<bool> StoreAsync(AuraEvent head, byte[] body, DateTimeOffset receivedAt, string? headers = null)
    {
        if (Interlocked.Add(ref _bytesWaiting, body.Length) > MostBytesWaiting)
        {
            Interlocked.Add(ref _bytesWaiting, -body.Length);
            return false;
        }
        try
        {
            var delivery = new IncomingDelivery(head, body, receivedAt, headers);
            if (!_waiting.Writer.TryWrite(delivery))
                return false;
            await delivery.Stored;
            return true;
        }
        catch (InboxUnavailableException)
        {
            return false;
        }
        finally
        {
            Interlocked.Add(ref _bytesWaiting, -body.Length);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // a worker that is stopped before it began has not refused anybody
        RefuseWaiting();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        InboxTable? table = null;
        var group = new List<IncomingDelivery>(MostPerCommit);
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                using var turn = await gate.EnterAsync(stoppingToken);
                while (group.Count < MostPerCommit && _waiting.Reader.TryRead(out var delivery))
                    group.Add(delivery);
                table = Commit(table, group);
                group.Clear();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // stopping: whoever still waits is told below that nothing was stored
        }
        finally
        {
            group.ForEach(Refuse);
            RefuseWaiting();
            table?.Dispose();
        }
    }

    private static void Refuse(IncomingDelivery delivery) => delivery.Failed(new InboxUnavailableException("The console is stopping."));

    private void RefuseWaiting()
    {
        _waiting.Writer.TryComplete();
        while (_waiting.Reader.TryRead(out var left))
            Refuse(left);
    }

    /// <summary>Returns the table to go on with; null when it must be opened anew.</summary>
    private InboxTable? Commit(InboxTable? table, List<IncomingDelivery> group)
    {
        try
        {
            table ??= InboxTable.Open(database.Value.ConnectionString);
            var repeats = table.Store(group);
            meters.InboxGroup(group.Count);
            Interlocked.Add(ref _stored, group.Count);
            group.ForEach(static delivery => delivery.Committed());
            doorbell.Ring();
            upstream.Delivered(group[^1].ReceivedAt);
            // a repeat changes nothing by itself, but AURA had a reason to send it: look at the callout again
            foreach (var repeat in repeats)
            {
                ledger.Repeated(repeat.ReceivedAt);
                if (repeat.Head is { EntityKind: "callout", EntityId: { } calloutId })
                    reads.Ask(calloutId);
                if (repeat.Head is { Kind: AuraEventKind.EventsChanged, EntityId: { } heard })
                    messages.Ask(heard);
            }
            return table;
        }
        catch (Exception failure)
        {
            Log.NotStored(logger, failure, group.Count);
            group.ForEach(static delivery => delivery.Failed(new InboxUnavailableException("The database did not take it.")));
            table?.Dispose();
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Count} deliveries could not be stored and were answered 503")]
        public static partial void NotStored(ILogger logger, Exception failure, int count);
    }
}
