using AuraConsole.Integration.Api;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Drift;

/// <summary>Compares all our sites with AURA's list and notes what differs. One comparison at a time: whoever asks meanwhile gets its result.</summary>
public sealed partial class DriftChecks(
    ISitesApi aura, IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, SiteFeed feed, UpstreamStatus upstream, TimeProvider time, ILogger<DriftChecks> logger) : IDisposable
{
    /// <summary>Most comparisons remembered.</summary>
    public const int MostRuns = 60;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _life = new();
    private Task<DriftRun>? _running;

    public bool IsRunning => Volatile.Read(ref _running) is { IsCompleted: false };

    /// <summary>Compares. Giving up waiting does not stop a comparison that others may wait for.</summary>
    public Task<DriftRun> CompareAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_running is null or { IsCompleted: true })
                _running = Task.Run(() => RunAsync(_life.Token), CancellationToken.None);
            return _running.WaitAsync(cancellationToken);
        }
    }

    public async Task<DriftRun?> LastAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.DriftRuns.AsNoTracking().OrderByDescending(static run => run.At).FirstOrDefaultAsync(cancellationToken);
    }

    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }

    private async Task<DriftRun> RunAsync(CancellationToken stopping)
    {
        var asked = time.GetUtcNow();
        DriftRun run;
        DriftFinder? finder = null;
        try
        {
            var listed = await aura.ListAsync(stopping);
            upstream.Answered();
            finder = new DriftFinder(new SiteListing(listed, asked));
            await using (var db = await contexts.CreateDbContextAsync(stopping))
            {
                await foreach (var row in db.Sites.AsNoTracking().AsAsyncEnumerable().WithCancellation(stopping))
                    finder.Compare(row);
            }
            finder.Finish();
            run = listed.Count == 0 && finder.Compared > 0
                ? new DriftRun { At = asked, Outcome = DriftOutcome.NothingListed, Compared = finder.Compared }
                : new DriftRun { At = asked, Outcome = DriftOutcome.Done, Compared = finder.Compared, Found = finder.Differ };
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            run = new DriftRun { At = asked, Outcome = DriftOutcome.Failed, ErrorKind = failure.Kind };
        }
        await KeepAsync(run, run.Outcome == DriftOutcome.Done ? finder!.Found : null);
        Log.Compared(logger, run.Outcome, run.Compared, run.Found);
        feed.Publish();
        return run;
    }

    /// <param name="run">The comparison.</param>
    /// <param name="found">Takes the place of what was found before; null leaves that.</param>
    private async Task KeepAsync(DriftRun run, IReadOnlyList<SiteDrift>? found)
    {
        using var turn = await gate.EnterAsync(CancellationToken.None);
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (found is not null)
        {
            await db.SiteDrifts.ExecuteDeleteAsync();
            db.SiteDrifts.AddRange(found);
        }
        db.DriftRuns.Add(run);
        await db.SaveChangesAsync();
        var oldest = await db.DriftRuns.OrderByDescending(static one => one.At).Skip(MostRuns - 1).Select(static one => (DateTimeOffset?)one.At).FirstOrDefaultAsync();
        if (oldest is { } keep)
            await db.DriftRuns.Where(one => one.At < keep).ExecuteDeleteAsync();
        await transaction.CommitAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Sites compared with AURA's: {Outcome}, {Compared} compared, {Found} differ")]
        public static partial void Compared(ILogger logger, DriftOutcome outcome, int compared, int found);
    }
}
