using AuraConsole.Integration.Webhooks;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Webhooks;

/// <summary>
/// Applies stored deliveries, in the order in which they were stored. A group is one transaction; when it fails, each of the group is
/// tried alone, and one that keeps failing is set aside with its error while the others go on.
/// </summary>
public sealed partial class InboxProcessor(
    IDbContextFactory<ConsoleDbContext> contexts, CalloutWriter writer, InboxWriter inbox, InboxDoorbell doorbell, ReadRequests reads, MessageRequests messages, CustomerReadRequests customers, CustomerFeed customerFeed,
    UpstreamStatus upstream, ConsoleMeters meters, TimeProvider time, ILogger<InboxProcessor> logger) : BackgroundService
{
    public const int MostAttempts = 5;

    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1);

    private readonly ApplyPace _pace = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await CountSetAsideAsync(stoppingToken);
        await TellLastAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await ApplyGroupAsync(stoppingToken) == 0)
                    await doorbell.WaitAsync(LookAnyway, time, stoppingToken);
                else if (_pace.Rest(inbox.Stored) is { Ticks: > 0 } rest)
                    await Task.Delay(rest, time, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.GroupFailed(logger, failure);
                await Task.Delay(LookAnyway, time, stoppingToken);
            }
        }
    }

    private async Task<int> ApplyGroupAsync(CancellationToken stoppingToken)
    {
        var due = await DueAsync(stoppingToken);
        if (due.Count == 0)
            return 0;
        using var activity = ConsoleMeters.Activities.StartActivity("inbox.apply");
        activity?.SetTag("deliveries", due.Count);
        try
        {
            await ApplyAsync(due, stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && due.Count > 1)
        {
            Log.TriedAlone(logger, failure, due.Count);
            foreach (var id in due)
                await ApplyAloneAsync(id, stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await NoteFailureAsync(due[0], failure, stoppingToken);
        }
        return due.Count;
    }

    private async Task<List<long>> DueAsync(CancellationToken stoppingToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(stoppingToken);
        return await db.Deliveries.AsNoTracking()
            .Where(d => d.Status == DeliveryStatus.Pending && (d.NextAttemptAt == null || d.NextAttemptAt <= now))
            .OrderBy(d => d.Id).Take(_pace.GroupSize).Select(d => d.Id).ToListAsync(stoppingToken);
    }

    private async Task ApplyAloneAsync(long id, CancellationToken stoppingToken)
    {
        try
        {
            await ApplyAsync([id], stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await NoteFailureAsync(id, failure, stoppingToken);
        }
    }

    private async Task ApplyAsync(List<long> ids, CancellationToken stoppingToken)
    {
        var deliveries = await ParseAsync(ids, stoppingToken);
        var began = time.GetTimestamp();
        var settled = await writer.WriteAsync(async session =>
        {
            began = time.GetTimestamp();
            await session.LoadAsync([.. deliveries.Select(delivery => delivery.Parsed.Callout?.Id).OfType<long>().Distinct()]);
            var settled = new List<Settled>(deliveries.Count);
            foreach (var delivery in deliveries)
            {
                settled.Add(await ApplyOneAsync(session, delivery));
                meters.InboxLag(session.Now - delivery.ReceivedAt);
            }
            foreach (var alike in settled.GroupBy(one => (one.Status, one.Reason)))
                await SettleAsync(session, [.. alike.Select(one => one.DeliveryId)], alike.Key.Status, alike.Key.Reason);
            return settled;
        }, stoppingToken);
        _pace.Took(deliveries.Count, time.GetElapsedTime(began));
        foreach (var calloutId in settled.Select(one => one.ToRead).OfType<long>().Distinct())
            reads.Ask(calloutId);
        foreach (var customerId in settled.Select(one => one.CustomerToRead).OfType<long>().Distinct())
            customers.Ask(customerId);
        if (deliveries.Exists(delivery => delivery.Parsed is { Customer: not null } or { Subscription: not null }))
            customerFeed.Publish();
        foreach (var calloutId in deliveries.Where(delivery => delivery.Parsed.Kind == AuraEventKind.EventsChanged).Select(delivery => delivery.Parsed.Callout?.Id).OfType<long>().Distinct())
            messages.Ask(calloutId);
    }

    /// <summary>Outside the write transaction: nobody but this service settles a pending delivery, and parsing takes time.</summary>
    private async Task<List<StoredDelivery>> ParseAsync(List<long> ids, CancellationToken stoppingToken)
    {
        await using var db = await contexts.CreateDbContextAsync(stoppingToken);
        var rows = await db.Deliveries.AsNoTracking().Where(d => ids.Contains(d.Id) && d.Status == DeliveryStatus.Pending)
            .OrderBy(d => d.Id).Select(d => new { d.Id, d.ReceivedAt, d.Body }).ToListAsync(stoppingToken);
        return [.. rows.Select(row => AuraEventParser.TryParse(row.Body, out var happened)
            ? new StoredDelivery(row.Id, row.ReceivedAt, happened)
            : throw new InvalidDataException("The stored body is no delivery."))];
    }

    private static async Task<Settled> ApplyOneAsync(CalloutSession session, StoredDelivery delivery)
    {
        var happened = delivery.Parsed;
        if (happened is { Customer: not null } or { Subscription: not null })
            return new Settled(delivery.Id, DeliveryStatus.Applied, Reason: null, ToRead: null, await CustomerApply.EventAsync(session, happened, delivery.Id));
        if (happened.Callout is not { } told)
            return new Settled(delivery.Id, DeliveryStatus.Ignored, happened.Kind == AuraEventKind.Unknown ? "Unknown event" : "Not about a callout", ToRead: null);
        var isToBeRead = await CalloutApply.EventAsync(session, happened, told, delivery.ReceivedAt, delivery.Id);
        return new Settled(delivery.Id, DeliveryStatus.Applied, Reason: null, isToBeRead ? told.Id : null);
    }

    private static Task<int> SettleAsync(CalloutSession session, List<long> ids, DeliveryStatus status, string? reason) =>
        session.Db.Deliveries.Where(d => ids.Contains(d.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.Status, status).SetProperty(d => d.Reason, reason).SetProperty(d => d.SettledAt, session.Now),
            session.CancellationToken);

    private async Task NoteFailureAsync(long id, Exception failure, CancellationToken stoppingToken)
    {
        Log.NotApplied(logger, failure, id);
        await writer.WriteAsync(async session =>
        {
            var delivery = await session.Db.Deliveries.SingleAsync(d => d.Id == id, stoppingToken);
            delivery.Attempts++;
            delivery.Reason = Text.Cut(failure.Message, Delivery.ErrorLength);
            delivery.NextAttemptAt = session.Now + TimeSpan.FromSeconds(1 << delivery.Attempts);
            if (delivery.Attempts >= MostAttempts)
                delivery.Status = DeliveryStatus.SetAside;
        }, stoppingToken);
        await CountSetAsideAsync(stoppingToken);
    }

    /// <summary>A restart must not make a quiet night look as if nothing had ever come.</summary>
    private async Task TellLastAsync(CancellationToken stoppingToken)
    {
        await using var db = await contexts.CreateDbContextAsync(stoppingToken);
        if (await db.Deliveries.OrderByDescending(d => d.ReceivedAt).Select(d => (DateTimeOffset?)d.ReceivedAt).FirstOrDefaultAsync(stoppingToken) is { } last)
            upstream.Delivered(last);
    }

    private async Task CountSetAsideAsync(CancellationToken stoppingToken)
    {
        await using var db = await contexts.CreateDbContextAsync(stoppingToken);
        upstream.SetAside(await db.Deliveries.CountAsync(d => d.Status == DeliveryStatus.SetAside, stoppingToken));
    }

    private sealed record StoredDelivery(long Id, DateTimeOffset ReceivedAt, AuraEvent Parsed);

    private sealed record Settled(long DeliveryId, DeliveryStatus Status, string? Reason, long? ToRead, long? CustomerToRead = null);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The inbox could not be worked on; trying again")]
        public static partial void GroupFailed(ILogger logger, Exception failure);

        [LoggerMessage(2, LogLevel.Warning, "A group of {Count} deliveries failed; trying each alone")]
        public static partial void TriedAlone(ILogger logger, Exception failure, int count);

        [LoggerMessage(3, LogLevel.Error, "Delivery {DeliveryId} could not be applied")]
        public static partial void NotApplied(ILogger logger, Exception failure, long deliveryId);
    }
}
