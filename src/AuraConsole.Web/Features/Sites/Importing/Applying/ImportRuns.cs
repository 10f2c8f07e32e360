using System.Security.Claims;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Importing.Diffing;
using AuraConsole.Web.Features.Sites.Importing.FullSync;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using AuraConsole.Web.Features.Sites.Importing.Reading;
using AuraConsole.Web.Features.Sites.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Sites.Importing.Applying;

public enum ImportAnswer
{
    Done,

    /// <summary>Another run is open: the two ways are never mixed.</summary>
    OtherOpen,

    /// <summary>There is no file, or it has faults.</summary>
    NotReady,

    /// <summary>The file and AURA's list are alike.</summary>
    NothingToDo,

    /// <summary>AURA's list could not be read.</summary>
    AuraAway,

    /// <summary>Nobody could receive AURA's callback.</summary>
    NoAddress,

    /// <summary>Whoever started it cannot approve it.</summary>
    SamePerson,

    /// <summary>The number typed is not the number of removals.</summary>
    WrongNumber,

    /// <summary>The run has moved on meanwhile.</summary>
    MovedOn,

    /// <summary>There is no snapshot to put back.</summary>
    NoSnapshot,
}

/// <summary>What admins ask of runs. The worker does the rest.</summary>
/// <exception cref="UnauthorizedAccessException">From every method: the user is no admin.</exception>
public sealed class ImportRuns(
    ImportDrafts drafts, ImportReader reader, ImportFiles files, ImportLedger ledger, ISitesApi aura, SiteDirectory directory, CallbackAddress callback,
    IOptions<ImportOptions> options, TimeProvider time)
{
    /// <summary>Starts the changes of the admin's file, one by one or as a full sync. Everything is read and compared anew here.</summary>
    public async Task<ImportAnswer> StartAsync(ImportWay way, bool withRemovals, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        if (await drafts.FindAsync(user, cancellationToken) is not { Mapping: not null } draft)
            return ImportAnswer.NotReady;
        if (way == ImportWay.FullSync && !callback.IsKnown)
            return ImportAnswer.NoAddress;
        if (await ContentsAsync(draft, cancellationToken) is not { } contents)
            return ImportAnswer.NotReady;
        PortfolioDifferences differences;
        try
        {
            if ((await directory.SyncAsync(removeMany: false, cancellationToken)).Outcome == SiteSyncOutcome.Failed)
                return ImportAnswer.AuraAway;
            differences = PortfolioDiff.Compare(contents.Sites, await aura.ListAsync(cancellationToken), contents.Held);
        }
        catch (AuraApiException)
        {
            return ImportAnswer.AuraAway;
        }

        var run = NewRun(way, draft, contents, differences, by, withRemovals || way == ImportWay.FullSync);
        var answer = way == ImportWay.FullSync
            ? await StartFullSyncAsync(run, contents, differences, by)
            : await StartRestAsync(run, contents, differences, withRemovals, by);
        if (answer == ImportAnswer.Done)
            await drafts.DiscardAsync(user, CancellationToken.None);
        return answer;
    }

    /// <summary>Puts AURA's portfolio back as it was before a full sync.</summary>
    public async Task<ImportAnswer> RestoreAsync(Guid runId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        var old = await ledger.ReadAsync(db => db.ImportRuns.AsNoTracking().FirstOrDefaultAsync(run => run.Id == runId, cancellationToken), cancellationToken);
        if (old is not { SnapshotAt: not null } || !files.Has(runId, RunFile.SnapshotCsv) || !files.Has(runId, RunFile.SnapshotList))
            return ImportAnswer.NoSnapshot;
        if (!callback.IsKnown)
            return ImportAnswer.NoAddress;
        var run = new ImportRun
        {
            Id = Guid.NewGuid(),
            Way = ImportWay.FullSync,
            State = ImportRunState.Running,
            Restores = runId,
            FileName = old.FileName,
            StartedById = by.Id,
            StartedByName = by.Name,
            StartedAt = time.GetUtcNow(),
        };
        return await ledger.OpenAsync(run, by, ImportAudit.Restored) ? ImportAnswer.Done : ImportAnswer.OtherOpen;
    }

    /// <summary>A second admin agrees to the removals by typing how many they are.</summary>
    public async Task<ImportAnswer> ApproveAsync(Guid runId, int typed, ClaimsPrincipal user)
    {
        var by = Operator.Admin(user);
        var answer = ImportAnswer.MovedOn;
        await ledger.ChangeAsync(runId, run =>
        {
            answer = run switch
            {
                { State: not ImportRunState.AwaitingApproval } => ImportAnswer.MovedOn,
                _ when run.StartedById == by.Id => ImportAnswer.SamePerson,
                _ when run.Removals != typed => ImportAnswer.WrongNumber,
                _ => ImportAnswer.Done,
            };
            if (answer != ImportAnswer.Done)
                return false;
            (run.ApprovedById, run.ApprovedByName, run.Approved) = (by.Id, by.Name, typed);
            (run.State, run.Note) = (ImportRunState.Running, null);
            return true;
        }, ImportAudit.Approved, by);
        return answer;
    }

    public Task<ImportAnswer> PauseAsync(Guid runId, ClaimsPrincipal user) => MoveAsync(
        runId, user, ImportAudit.Paused, run => run is { Way: ImportWay.Rest, State: ImportRunState.Running }, ImportRunState.Paused);

    public Task<ImportAnswer> ResumeAsync(Guid runId, ClaimsPrincipal user) => MoveAsync(
        runId, user, ImportAudit.Resumed, run => run.State == ImportRunState.Paused, ImportRunState.Running);

    /// <summary>Ends a run; what AURA did already stays. An upload that left cannot be called back.</summary>
    public async Task<ImportAnswer> CancelAsync(Guid runId, ClaimsPrincipal user)
    {
        var answer = await MoveAsync(
            runId, user, ImportAudit.Cancelled,
            run => run.State is ImportRunState.Preparing or ImportRunState.AwaitingApproval or ImportRunState.Paused || run is { Way: ImportWay.Rest, State: ImportRunState.Running },
            ImportRunState.Cancelled);
        if (answer == ImportAnswer.Done)
        {
            await ledger.CancelRowsAsync(runId);
            files.Delete(runId, RunFile.Wanted);
        }

        return answer;
    }

    /// <summary>Compares AURA's list once more with what a full sync was to bring.</summary>
    public Task<ImportAnswer> CompareAgainAsync(Guid runId, ClaimsPrincipal user) => MoveAsync(
        runId, user, ImportAudit.Compared, run => run is { Way: ImportWay.FullSync, State: ImportRunState.Differs }, ImportRunState.Reconciling);

    private async Task<ImportAnswer> MoveAsync(Guid runId, ClaimsPrincipal user, string kind, Func<ImportRun, bool> isAllowed, ImportRunState to)
    {
        var by = Operator.Admin(user);
        var moved = await ledger.ChangeAsync(runId, run =>
        {
            if (!isAllowed(run))
                return false;
            (run.State, run.Note) = (to, to == ImportRunState.Reconciling ? run.Note : null);
            run.FinishedAt = to == ImportRunState.Cancelled ? time.GetUtcNow() : null;
            return true;
        }, kind, by);
        return moved is null ? ImportAnswer.MovedOn : ImportAnswer.Done;
    }

    private async Task<FileContents?> ContentsAsync(ImportDraft draft, CancellationToken cancellationToken)
    {
        try
        {
            var header = reader.Head(draft).Header;
            var mapping = ColumnMapping.Parse(draft.Mapping, header.Count);
            if (mapping is not { Missing.Count: 0 })
                return null;
            var contents = await reader.ReadAsync(draft, mapping, cancellationToken);
            // a row with a fault is a site that a full sync would remove
            return contents is { FaultCount: 0, Sites.Count: > 0 } ? contents : null;
        }
        catch (ImportRefusedException)
        {
            return null;
        }
    }

    private ImportRun NewRun(
        ImportWay way, ImportDraft draft, FileContents contents, PortfolioDifferences differences, Operator by, bool withRemovals)
    {
        var removals = withRemovals ? differences.Removed : 0;
        return new ImportRun
        {
            Id = Guid.NewGuid(),
            Way = way,
            State = RemovalGuard.Stops(removals, differences.SitesBefore, options.Value.FullSync) ? ImportRunState.AwaitingApproval : ImportRunState.Running,
            FileName = draft.FileName,
            Held = string.Join(',', contents.Held),
            StartedById = by.Id,
            StartedByName = by.Name,
            StartedAt = time.GetUtcNow(),
            Removals = removals,
            SitesBefore = differences.SitesBefore,
            Total = contents.Sites.Count,
        };
    }

    private async Task<ImportAnswer> StartFullSyncAsync(ImportRun run, FileContents contents, PortfolioDifferences differences, Operator by)
    {
        if (differences.IsEmpty)
            return ImportAnswer.NothingToDo;
        await files.WriteAsync(run.Id, RunFile.Wanted, ImportJson.Write(new WantedPortfolio(contents.Sites, [.. contents.Held])), CancellationToken.None);
        if (await ledger.OpenAsync(run, by, ImportAudit.Started))
            return ImportAnswer.Done;
        files.Delete(run.Id, RunFile.Wanted);
        return ImportAnswer.OtherOpen;
    }

    /// <summary>All rows are on disk before the first change leaves.</summary>
    private async Task<ImportAnswer> StartRestAsync(
        ImportRun run, FileContents contents, PortfolioDifferences differences, bool withRemovals, Operator by)
    {
        // a site without a reference cannot be followed here; nothing but a full sync removes it
        var items = differences.Items.Where(item => item.Kind != DiffKind.Removed || (withRemovals && item.Reference.Length > 0)).ToList();
        if (items.Count == 0)
            return ImportAnswer.NothingToDo;
        var after = run.State;
        (run.State, run.Total) = (ImportRunState.Preparing, items.Count);
        if (!await ledger.OpenAsync(run, by, ImportAudit.Started))
            return ImportAnswer.OtherOpen;
        var wanted = contents.Sites.ToDictionary(static site => site.Reference, StringComparer.Ordinal);
        var sites = await ledger.ReadAsync(db => db.Sites.AsNoTracking().Where(static site => site.DeletedAt == null)
            .Select(static site => new { site.AuraId, site.Id, site.Version }).ToDictionaryAsync(static site => site.AuraId), CancellationToken.None);
        await ledger.AddRowsAsync(items.Select((item, index) => new ImportRunRow
        {
            RunId = run.Id,
            Number = index + 1,
            Line = item.Line,
            Kind = item.Kind switch { DiffKind.Added => ImportRowKind.Add, DiffKind.Removed => ImportRowKind.Remove, _ => ImportRowKind.Change },
            Reference = item.Reference,
            AuraId = item.AuraId,
            Wanted = item.Kind == DiffKind.Removed ? null : ImportJson.Write(wanted[item.Reference]),
            SiteId = item.AuraId is { } id ? sites.GetValueOrDefault(id)?.Id : null,
            SiteVersion = item.AuraId is { } auraId ? sites.GetValueOrDefault(auraId)?.Version : null,
        }));
        var ready = await ledger.ChangeAsync(run.Id, one =>
        {
            if (one.State != ImportRunState.Preparing)
                return false;
            one.State = after;
            return true;
        });
        if (ready is null)
            await ledger.CancelRowsAsync(run.Id);
        return ImportAnswer.Done;
    }
}
