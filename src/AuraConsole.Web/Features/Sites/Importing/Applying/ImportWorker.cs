using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.FullSync;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Importing.Applying;

/// <summary>Takes the open run on, step by step, also after a restart.</summary>
public sealed partial class ImportWorker(
    ImportLedger ledger, RestRunner rest, FullSyncRunner sync, ImportPace pace, ImportDoorbell doorbell, TimeProvider time, ILogger<ImportWorker> logger)
    : BackgroundService
{
    /// <summary>Between two tries while AURA does not answer.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        var isTakenOver = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan? wait = null;
            try
            {
                isTakenOver = isTakenOver || await TakeOverAsync(stoppingToken);
                wait = await StepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.Failed(logger, failure is AuraApiException { Kind: var kind } ? kind.ToString() : failure.GetType().Name, failure);
            }

            if (wait is null)
                // not at the doorbell: what was just written has rung it, and AURA would be asked without a pause
                await Task.Delay(pause, time, stoppingToken);
            else if (wait > TimeSpan.Zero)
                await doorbell.WaitAsync(wait.Value, time, stoppingToken);
            pause = wait is null ? Longer(pause) : FirstPause;
        }
    }

    /// <summary>What an earlier process left half done.</summary>
    internal async Task<bool> TakeOverAsync(CancellationToken cancellationToken)
    {
        var open = await ledger.ReadAsync(
            db => db.ImportRuns.AsNoTracking().Where(run => run.State == ImportRunState.Preparing || run.State == ImportRunState.Uploading).ToListAsync(cancellationToken),
            cancellationToken);
        foreach (var run in open)
        {
            await ledger.ChangeAsync(run.Id, one =>
            {
                if (one.State == ImportRunState.Uploading)
                    (one.State, one.Note) = (ImportRunState.AwaitingCallback, ImportNote.UploadUnknown);
                else
                    (one.State, one.Note, one.FinishedAt) = (ImportRunState.Failed, ImportNote.Interrupted, time.GetUtcNow());
                return true;
            });
        }

        return true;
    }

    /// <summary>One step of whatever there is to do. Zero: at once again; null: AURA does not answer; else how long to wait for news.</summary>
    internal async Task<TimeSpan?> StepAsync(CancellationToken cancellationToken)
    {
        var (run, row) = await NextAsync(cancellationToken);
        if (run is null)
            return Look;
        if (run.Way == ImportWay.FullSync)
            return await sync.StepAsync(run, cancellationToken);
        if (row is null)
        {
            await FinishAsync(run);
            return TimeSpan.Zero;
        }

        var started = time.GetTimestamp();
        var isAnswered = await rest.StepAsync(run, row);
        if (isAnswered)
            pace.Note(time.GetElapsedTime(started));
        if (isAnswered == (run.Note == ImportNote.AuraAway))
            await NoteAsync(run.Id, isAnswered ? null : ImportNote.AuraAway);
        return isAnswered ? TimeSpan.Zero : null;
    }

    /// <summary>The row on its way first, also of a run that was paused or cancelled meanwhile: what left has to be settled.</summary>
    private Task<(ImportRun? Run, ImportRunRow? Row)> NextAsync(CancellationToken cancellationToken) => ledger.ReadAsync(
        async db =>
        {
            var row = await db.ImportRunRows.AsNoTracking().Where(static one => one.State == ImportRowState.Sending)
                .OrderBy(static one => one.Id).FirstOrDefaultAsync(cancellationToken);
            var run = row is null
                ? await db.ImportRuns.AsNoTracking().FirstOrDefaultAsync(
                    one => one.State == ImportRunState.Running || one.State == ImportRunState.AwaitingCallback || one.State == ImportRunState.Reconciling,
                    cancellationToken)
                : await db.ImportRuns.AsNoTracking().FirstAsync(one => one.Id == row.RunId, cancellationToken);
            if (row is null && run is { Way: ImportWay.Rest })
            {
                row = await db.ImportRunRows.AsNoTracking().Where(one => one.RunId == run.Id && one.State == ImportRowState.Waiting)
                    .OrderBy(static one => one.Number).FirstOrDefaultAsync(cancellationToken);
            }

            return ((ImportRun?)run, row);
        },
        cancellationToken);

    private async Task FinishAsync(ImportRun run)
    {
        var ended = await ledger.ChangeAsync(run.Id, one =>
        {
            if (one.State != ImportRunState.Running)
                return false;
            one.State = one.Failed > 0 ? ImportRunState.Differs : ImportRunState.Done;
            (one.FinishedAt, one.Note) = (time.GetUtcNow(), null);
            return true;
        }, ImportAudit.Finished);
        if (ended is not null)
            Log.Finished(logger, run.Id, ended.State, ended.Done, ended.Failed);
    }

    private Task NoteAsync(Guid id, ImportNote? note) => ledger.ChangeAsync(id, run =>
    {
        run.Note = run.State == ImportRunState.Running ? note : run.Note;
        return run.State == ImportRunState.Running;
    });

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A step of an import failed: {Kind}; trying again")]
        public static partial void Failed(ILogger logger, string kind, Exception failure);

        [LoggerMessage(2, LogLevel.Information, "Import {RunId} ended: {State}, {Done} done, {NotDone} not done")]
        public static partial void Finished(ILogger logger, Guid runId, ImportRunState state, int done, int notDone);
    }
}
