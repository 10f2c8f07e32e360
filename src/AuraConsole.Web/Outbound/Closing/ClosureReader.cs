using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound.Closing;

/// <summary>
/// Fetches report and map of closed callouts, with a growing pause until AURA has them or it is given up. What is waited for stands in
/// the table, so a restart goes on where it was.
/// </summary>
public sealed partial class ClosureReader(
    IDbContextFactory<ConsoleDbContext> contexts, CalloutWriter writer, ClosureReading reading, ClosureDoorbell doorbell, Board board,
    TimeProvider time, ILogger<ClosureReader> logger) : BackgroundService
{
    private const int MostPerRound = 20;

    /// <summary>A callout that closed longer ago, for example before this console knew of reports, is left alone.</summary>
    private static readonly TimeSpan FarBack = TimeSpan.FromDays(7);
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await writer.WriteAsync(session => session.Db.Closures.Where(c => c.RatingState == SendState.Sending)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.RatingState, SendState.Unknown), session.CancellationToken), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        object? seen = null;
        using var changes = board.Feed.Subscribe(() =>
        {
            // most changes close nothing
            if (!ReferenceEquals(Interlocked.Exchange(ref seen, board.Now.RecentlyClosed), board.Now.RecentlyClosed))
                doorbell.Ring();
            return Task.CompletedTask;
        });
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = LookAnyway;
            try
            {
                await BeginAsync(stoppingToken);
                foreach (var (calloutId, closure) in await DueAsync(stoppingToken))
                    await reading.ReadAsync(calloutId, closure, stoppingToken);
                pause = await NextAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.RoundFailed(logger, failure);
            }
            await doorbell.WaitAsync(pause, time, stoppingToken);
        }
    }

    private async Task BeginAsync(CancellationToken stoppingToken)
    {
        var since = time.GetUtcNow() - FarBack;
        await using var db = await contexts.CreateDbContextAsync(stoppingToken);
        var closed = await db.Callouts.Where(c => c.Stage == CalloutStage.Closed && c.ClosedAt > since && !db.Closures.Any(k => k.CalloutId == c.Id))
            .OrderByDescending(c => c.ClosedAt).Take(MostPerRound).Select(c => c.Id).ToListAsync(stoppingToken);
        if (closed.Count == 0)
            return;
        await writer.WriteAsync(async session =>
        {
            var known = await session.Db.Closures.Where(c => closed.Contains(c.CalloutId)).Select(c => c.CalloutId).ToListAsync(session.CancellationToken);
            session.Db.Closures.AddRange(closed.Except(known).Select(id => new Closure { CalloutId = id, NextAttemptAt = session.Now }));
        }, stoppingToken);
    }

    private async Task<List<(long CalloutId, Closure Closure)>> DueAsync(CancellationToken stoppingToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(stoppingToken);
        var due = await db.Closures.AsNoTracking().Where(c => c.NextAttemptAt <= now).OrderBy(c => c.NextAttemptAt).Take(MostPerRound)
            .Join(db.Callouts, k => k.CalloutId, c => c.Id, (closure, callout) => new { callout.AuraId, Closure = closure }).ToListAsync(stoppingToken);
        return [.. due.Select(one => (one.AuraId, one.Closure))];
    }

    private async Task<TimeSpan> NextAsync(CancellationToken stoppingToken)
    {
        await using var db = await contexts.CreateDbContextAsync(stoppingToken);
        var next = await db.Closures.Where(c => c.NextAttemptAt != null).MinAsync(c => c.NextAttemptAt, stoppingToken);
        var pause = (next - time.GetUtcNow()) ?? LookAnyway;
        return pause < Shortest ? Shortest : pause > LookAnyway ? LookAnyway : pause;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A round of reading reports failed; the next one follows")]
        public static partial void RoundFailed(ILogger logger, Exception failure);
    }
}

/// <summary>A callout closed, or somebody asked again.</summary>
public sealed class ClosureDoorbell : Doorbell;
