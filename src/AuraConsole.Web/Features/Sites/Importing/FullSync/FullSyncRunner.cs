using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Applying;
using AuraConsole.Web.Features.Sites.Importing.Diffing;
using AuraConsole.Web.Features.Sites.Importing.Reading;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.Live;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Sites.Importing.FullSync;

/// <summary>A full sync's way: count the removals anew, keep a snapshot, upload, wait for the callback, compare AURA's list.</summary>
public sealed class FullSyncRunner(
    ISitesApi aura, ISitesCsvApi csv, ImportFiles files, ImportLedger ledger, Snapshots snapshots, CallbackAddress callback, SiteDirectory directory,
    UpstreamStatus upstream, IOptions<ImportOptions> options, TimeProvider time)
{
    /// <summary>Most differences that are named after it; all are counted.</summary>
    public const int MostNamed = 1000;

    /// <summary>As <see cref="ImportWorker.StepAsync"/>.</summary>
    public async Task<TimeSpan?> StepAsync(ImportRun run, CancellationToken cancellationToken)
    {
        try
        {
            return run.State switch
            {
                ImportRunState.Running => await UploadAsync(run, cancellationToken),
                ImportRunState.AwaitingCallback => await WaitAsync(run),
                _ => await ReconcileAsync(run, cancellationToken),
            };
        }
        catch (AuraApiException failure) when (failure.Kind is not (AuraErrorKind.Unauthorised or AuraErrorKind.Forbidden))
        {
            // of a read: nothing has changed, so that it can be asked again
            upstream.Failed(failure);
            await ledger.ChangeAsync(run.Id, static one => one.Note != ImportNote.AuraAway && (one.Note ??= ImportNote.AuraAway) == ImportNote.AuraAway);
            return null;
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            return await EndAsync(run.Id, ImportRunState.Failed, ImportNote.Unauthorised, failure.AuraMessage);
        }
        catch (ImportRefusedException)
        {
            return await EndAsync(run.Id, ImportRunState.Failed, ImportNote.FileLost, null);
        }
    }

    private async Task<TimeSpan?> UploadAsync(ImportRun run, CancellationToken cancellationToken)
    {
        if (await WantedAsync(run, cancellationToken) is not { } wanted)
            return await EndAsync(run.Id, ImportRunState.Failed, ImportNote.FileLost, null);
        var listed = await aura.ListAsync(cancellationToken);
        var differences = PortfolioDiff.Compare(wanted.Sites, listed, wanted.Held.ToHashSet());
        if (run.Restores is null && run.Approved != differences.Removed
            && RemovalGuard.Stops(differences.Removed, differences.SitesBefore, options.Value.FullSync))
        {
            await ledger.ChangeAsync(run.Id, one =>
            {
                (one.State, one.Note) = (ImportRunState.AwaitingApproval, ImportNote.RemovalsChanged);
                (one.Removals, one.SitesBefore) = (differences.Removed, differences.SitesBefore);
                return true;
            });
            return TimeSpan.Zero;
        }

        var download = await csv.DownloadAsync(cancellationToken);
        var upload = run.Restores is { } old
            ? await files.ReadAsync(old, RunFile.SnapshotCsv, cancellationToken) ?? throw new ImportRefusedException(ImportRefusal.Gone)
            : PortfolioCsv.Compose(wanted, download.Csv, int.MaxValue);
        await snapshots.KeepAsync(run, download.Csv, listed, cancellationToken);
        return await SendAsync(run, upload, wanted.Sites.Count, differences);
    }

    private async Task<TimeSpan?> SendAsync(ImportRun run, byte[] upload, int total, PortfolioDifferences differences)
    {
        var secret = CallbackAddress.NewSecret();
        var sending = await ledger.ChangeAsync(run.Id, one =>
        {
            if (one.State != ImportRunState.Running)
                return false;
            (one.State, one.Note, one.UploadedAt, one.CallbackHash) = (ImportRunState.Uploading, null, time.GetUtcNow(), CallbackAddress.Hash(secret));
            (one.Total, one.Removals, one.SitesBefore) = (total, differences.Removed, differences.SitesBefore);
            return true;
        });
        if (sending is null)
            return TimeSpan.Zero;
        AuraApiException? failure = null;
        string? message = null;
        try
        {
            using var text = FileText.Open(new MemoryStream(upload), ImportEncoding.Unicode);
            var accepted = await csv.UploadAsync(new SitesCsvUpload
            {
                Csv = upload,
                CallbackUrl = callback.Of(run.Id, secret),
                Delimiter = Delimiters.Detect(text) is var delimiter and not ',' ? delimiter : null,
                Source = "AuraConsole",
            });
            message = accepted.Message;
            upstream.Answered();
        }
        catch (AuraApiException failed)
        {
            failure = failed;
            upstream.Failed(failed);
        }

        return await SentAsync(run.Id, message, failure);
    }

    private async Task<TimeSpan?> SentAsync(Guid id, string? message, AuraApiException? failure)
    {
        switch (failure?.Kind)
        {
            case null or AuraErrorKind.OutcomeUnknown or AuraErrorKind.Unexpected:
                await ledger.ChangeAsync(id, one =>
                {
                    (one.State, one.Note) = (ImportRunState.AwaitingCallback, failure is null ? null : ImportNote.UploadUnknown);
                    one.AuraMessage ??= Text.Cut(message, ImportRun.NoteLength);
                    return true;
                });
                return TimeSpan.Zero;
            case AuraErrorKind.Unavailable or AuraErrorKind.RateLimited:
                // it certainly did not happen
                await ledger.ChangeAsync(id, static one =>
                {
                    (one.State, one.Note, one.UploadedAt, one.CallbackHash) = (ImportRunState.Running, ImportNote.AuraAway, null, null);
                    return true;
                });
                return null;
            default:
                return await EndAsync(id, ImportRunState.Failed, ImportNote.Refused, failure.AuraMessage);
        }
    }

    private async Task<TimeSpan?> WaitAsync(ImportRun run)
    {
        var left = (run.UploadedAt ?? DateTimeOffset.MinValue) + options.Value.CallbackPatience - time.GetUtcNow();
        if (run.CallbackAt is null && left > TimeSpan.Zero)
            return left;
        await ledger.ChangeAsync(run.Id, static one =>
        {
            one.State = ImportRunState.Reconciling;
            one.Note = one.CallbackAt is not null ? null : one.Note ?? ImportNote.NoCallback;
            return true;
        });
        return TimeSpan.Zero;
    }

    /// <summary>Whatever AURA said, only its list tells.</summary>
    private async Task<TimeSpan?> ReconcileAsync(ImportRun run, CancellationToken cancellationToken)
    {
        if (await WantedAsync(run, cancellationToken) is not { } wanted)
            return await EndAsync(run.Id, ImportRunState.Failed, ImportNote.FileLost, null);
        var read = await directory.SyncAsync(removeMany: true, cancellationToken);
        if (read.Outcome == SiteSyncOutcome.Failed)
            return null;
        var differences = PortfolioDiff.Compare(wanted.Sites, await aura.ListAsync(cancellationToken), wanted.Held.ToHashSet());
        await ledger.NameAsync(run.Id, ImportRowState.Differs, [.. differences.Items.Take(MostNamed).Select(Named)]);
        await ledger.ChangeAsync(run.Id, one =>
        {
            (one.Total, one.Failed) = (wanted.Sites.Count, differences.Items.Count);
            one.Done = one.Total - differences.Added - differences.Changed - differences.Moved;
            (one.State, one.FinishedAt) = (differences.IsEmpty ? ImportRunState.Done : ImportRunState.Differs, time.GetUtcNow());
            one.Note = one.Note == ImportNote.AuraAway ? null : one.Note;
            return true;
        }, ImportAudit.Finished);
        return TimeSpan.Zero;
    }

    private ImportRunRow Named(DiffItem item) => new()
    {
        Line = item.Line,
        Kind = item.Kind switch { DiffKind.Added => ImportRowKind.Add, DiffKind.Removed => ImportRowKind.Remove, _ => ImportRowKind.Change },
        Reference = Text.Cut(item.Reference, Site.ReferenceLength)!,
        AuraId = item.AuraId,
        Note = Text.Cut(string.Join("; ", item.Changes.Select(static change => $"{change.Field}: {change.Before} ≠ {change.After}")), ImportRunRow.NoteLength),
        At = time.GetUtcNow(),
    };

    private async Task<WantedPortfolio?> WantedAsync(ImportRun run, CancellationToken cancellationToken) => ImportJson.ReadPortfolio(run.Restores is { } old
        ? await files.ReadAsync(old, RunFile.SnapshotList, cancellationToken)
        : await files.ReadAsync(run.Id, RunFile.Wanted, cancellationToken));

    private async Task<TimeSpan?> EndAsync(Guid id, ImportRunState state, ImportNote note, string? message)
    {
        await ledger.ChangeAsync(id, run =>
        {
            (run.State, run.Note, run.FinishedAt) = (state, note, time.GetUtcNow());
            run.AuraMessage = Text.Cut(message, ImportRun.NoteLength) ?? run.AuraMessage;
            return true;
        }, ImportAudit.Finished);
        // nothing left, so that there is nothing to compare again
        files.Delete(id, RunFile.Wanted);
        return TimeSpan.Zero;
    }
}
