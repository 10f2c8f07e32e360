using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Applying;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using AuraConsole.Web.Features.Sites.Importing.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Sites.Importing.FullSync;

/// <summary>AURA's portfolio as it was before an upload: its download, which can be uploaded again, and its list, to compare with.</summary>
public sealed class Snapshots(ImportFiles files, ImportLedger ledger, IOptions<ImportOptions> options, TimeProvider time)
{
    public async Task KeepAsync(ImportRun run, ReadOnlyMemory<byte> download, IReadOnlyList<AuraSite> listed, CancellationToken cancellationToken)
    {
        await files.WriteAsync(run.Id, RunFile.SnapshotCsv, download, cancellationToken);
        await files.WriteAsync(run.Id, RunFile.SnapshotList, ImportJson.Write(Portfolio(listed)), cancellationToken);
        await ledger.ChangeAsync(run.Id, one =>
        {
            one.SnapshotAt = time.GetUtcNow();
            return true;
        });
        await PruneAsync(run.Restores, cancellationToken);
    }

    private static WantedPortfolio Portfolio(IReadOnlyList<AuraSite> listed) => new(
        [.. listed.Where(static site => site is { Deleted: false, Latitude: not null, Longitude: not null } && !string.IsNullOrWhiteSpace(site.Reference))
            .Select(static site => new ImportedSite
            {
                Line = 0,
                Reference = site.Reference,
                Latitude = site.Latitude!.Value,
                Longitude = site.Longitude!.Value,
                Name = site.Name,
                Address = site.Address,
                TypeId = site.TypeId,
                Information = site.AdditionalInformation,
                W3w = site.W3w,
            })],
        Enum.GetValues<ImportField>());

    private async Task PruneAsync(Guid? inUse, CancellationToken cancellationToken)
    {
        var old = await ledger.ReadAsync(
            db => db.ImportRuns.AsNoTracking().Where(run => run.SnapshotAt != null && run.Id != inUse)
                .OrderByDescending(static run => run.SnapshotAt).Skip(options.Value.SnapshotsKept).Select(static run => run.Id).ToListAsync(cancellationToken),
            cancellationToken);
        foreach (var run in old)
        {
            foreach (var kind in Enum.GetValues<RunFile>())
                files.Delete(run, kind);
            await ledger.ChangeAsync(run, static one =>
            {
                one.SnapshotAt = null;
                return true;
            });
        }
    }
}
