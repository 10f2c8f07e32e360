using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Webhooks;

/// <summary>
/// Counts at the door, hour by hour, what was answered how. Counting happens in memory, so that a sender waits for one commit and not for
/// two; every few seconds, and at the end, the counts go to disk.
/// </summary>
public sealed partial class DeliveryLedger(
    IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, TimeProvider time, ILogger<DeliveryLedger> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private Dictionary<DateTimeOffset, DeliveryHour> _counted = [];

    /// <param name="answer">The HTTP status it got.</param>
    /// <param name="at">When it came: the same instant that stands in the inbox.</param>
    public void Answered(int answer, DateTimeOffset at)
    {
        lock (_lock)
            Of(_counted, at).Add(answer);
    }

    /// <summary>It was in the inbox already.</summary>
    public void Repeated(DateTimeOffset at)
    {
        lock (_lock)
            Of(_counted, at).Repeated++;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(CancellationToken.None);
    }

    /// <summary>Brings to disk what was counted.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        Dictionary<DateTimeOffset, DeliveryHour> counted;
        lock (_lock)
            (counted, _counted) = (_counted, []);
        if (counted.Count == 0)
            return;
        try
        {
            using var turn = await gate.EnterAsync(cancellationToken);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            foreach (var (at, more) in counted)
            {
                var hour = await db.DeliveryHours.FindAsync([at], cancellationToken) ?? db.DeliveryHours.Add(new DeliveryHour { Hour = at }).Entity;
                hour.Add(more);
            }
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception failure)
        {
            lock (_lock)
            {
                foreach (var (at, again) in counted)
                    Of(_counted, at).Add(again);
            }
            if (failure is OperationCanceledException)
                throw;
            Log.NotWritten(logger, failure);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Interval, time);
        while (await tick.WaitForNextTickAsync(stoppingToken))
            await WriteAsync(stoppingToken);
    }

    private static DeliveryHour Of(Dictionary<DateTimeOffset, DeliveryHour> counted, DateTimeOffset at)
    {
        var hour = DeliveryCounts.HourOf(at);
        return counted.TryGetValue(hour, out var known) ? known : counted[hour] = new DeliveryHour { Hour = hour };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The counts of deliveries could not be written; they are kept for the next time")]
        public static partial void NotWritten(ILogger logger, Exception failure);
    }
}
