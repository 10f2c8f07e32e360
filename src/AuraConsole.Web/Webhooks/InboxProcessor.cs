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
    IDbContextFactory<ConsoleDbContext> contexts, CalloutWriter writer, InboxDoorbell doorbell, ReadRequests reads, MessageRequests messages, UpstreamStatus upstream,
    ConsoleMeters meters, TimeProvider time, ILogger<InboxProcessor> logger) : BackgroundService
{
    public const int MostAttempts = 5;
    private const int MostPerGroup = 100;

    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await CountSetAsideAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await ApplyGroupAsync(stoppingToken) == 0)
                    await doorbell.WaitAsync(LookAnyway, time, stoppingToken);
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
            .OrderBy(d => d.Id).Take(MostPerGroup).Select(d => d.Id).ToListAsync(stoppingToken);
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
        var (toRead, toHear) = await writer.WriteAsync(async session =>
        {
            var (toRead, toHear) = (new HashSet<long>(), new HashSet<long>());
            var deliveries = await session.Db.Deliveries.Where(d => ids.Contains(d.Id) && d.Status == DeliveryStatus.Pending)
                .OrderBy(d => d.Id).ToListAsync(stoppingToken);
            foreach (var delivery in deliveries)
            {
                if (await ApplyOneAsync(session, delivery) is { } calloutId)
                    toRead.Add(calloutId);
                if (delivery.EntityId is { } heard && AuraEventNames.KindOf(delivery.Event) == AuraEventKind.EventsChanged)
                    toHear.Add(heard);
                meters.InboxLag(session.Now - delivery.ReceivedAt);
            }
            return (toRead, toHear);
        }, stoppingToken);
        foreach (var calloutId in toRead)
            reads.Ask(calloutId);
        foreach (var calloutId in toHear)
            messages.Ask(calloutId);
    }

    /// <summary>Returns the callout that should be read for more, if any.</summary>
    private static async Task<long?> ApplyOneAsync(CalloutSession session, Delivery delivery)
    {
        delivery.SettledAt = session.Now;
        if (!AuraEventParser.TryParse(delivery.Body, out var happened))
            throw new InvalidDataException("The stored body is no delivery.");
        if (happened.Callout is { } told)
        {
            delivery.Status = DeliveryStatus.Applied;
            return await CalloutApply.EventAsync(session, happened, told, delivery.ReceivedAt, delivery.Id) ? told.Id : null;
        }
        delivery.Status = DeliveryStatus.Ignored;
        delivery.Reason = happened.Kind == AuraEventKind.Unknown ? "Unknown event" : "Not about a callout";
        return null;
    }

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

    private async Task CountSetAsideAsync(CancellationToken stoppingToken)
    {
        await using var db = await contexts.CreateDbContextAsync(stoppingToken);
        upstream.SetAside(await db.Deliveries.CountAsync(d => d.Status == DeliveryStatus.SetAside, stoppingToken));
    }

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
