using AuraConsole.Integration.Api;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Reading;

/// <summary>Reads AURA's list of sites into the table. One reading at a time: whoever asks meanwhile gets its result.</summary>
public sealed partial class SiteDirectory(
    ISitesApi aura, IDbContextFactory<ConsoleDbContext> contexts, SiteTable table, SiteFeed feed, UpstreamStatus upstream, TimeProvider time,
    ILogger<SiteDirectory> logger) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _life = new();
    private Task<SiteSyncResult>? _running;

    /// <summary>The last reading of this process.</summary>
    public SiteSyncResult? Last { get; private set; }

    public bool IsRunning => Volatile.Read(ref _running) is { IsCompleted: false };

    /// <summary>
    /// Brings the table in line with AURA's list. With <paramref name="removeMany"/> also when most of our sites are missing from it.
    /// Giving up waiting does not stop a reading that others may wait for.
    /// </summary>
    public Task<SiteSyncResult> SyncAsync(bool removeMany, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_running is null or { IsCompleted: true })
                _running = Task.Run(() => ReadAsync(removeMany, _life.Token), CancellationToken.None);
            return _running.WaitAsync(cancellationToken);
        }
    }

    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return !await context.Sites.AnyAsync(cancellationToken);
    }

    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }

    private async Task<SiteSyncResult> ReadAsync(bool removeMany, CancellationToken stopping)
    {
        var asked = time.GetUtcNow();
        try
        {
            var listed = await aura.ListAsync(stopping);
            upstream.Answered();
            Last = await BringInLineAsync(new SiteListing(listed, asked), listed.Count == 0, removeMany, stopping);
            Log.Read(logger, Last.Outcome, Last.Added, Last.Changed, Last.Removed, Last.Unchanged, Last.Missing, Last.Skipped);
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NotRead(logger, failure.Kind, failure.CorrelationId);
            Last = new SiteSyncResult(SiteSyncOutcome.Failed, asked) { Failure = failure };
        }

        feed.Publish();
        return Last;
    }

    private async Task<SiteSyncResult> BringInLineAsync(SiteListing listing, bool isEmpty, bool removeMany, CancellationToken stopping)
    {
        SiteDifferences differences;
        await using (var context = await contexts.CreateDbContextAsync(stopping))
            differences = await SiteDifferences.FindAsync(context, listing, stopping);
        if (isEmpty && differences.Active > 0)
            return new SiteSyncResult(SiteSyncOutcome.NothingListed, listing.Asked) { Missing = differences.Missing.Count, Unchanged = differences.Active };

        var keepsMissing = differences.ManyMissing && !removeMany;
        var gone = keepsMissing ? differences.Deleted : [.. differences.Deleted, .. differences.Missing];
        var removed = await table.RemoveAsync(gone, listing.Asked, stopping);
        var changed = await table.RenameAsync(differences.Renamed, listing, stopping);
        changed += await table.ChangeAsync(differences.Changed, listing, stopping);
        var added = await table.AddAsync(differences.Added, listing.Asked, stopping);
        await table.MarkReadAsync(keepsMissing ? differences.Missing : [], listing.Asked, stopping);
        return new SiteSyncResult(keepsMissing ? SiteSyncOutcome.ManyMissing : SiteSyncOutcome.Done, listing.Asked)
        {
            Added = added,
            Changed = changed,
            Removed = removed,
            Unchanged = differences.Unchanged,
            Missing = keepsMissing ? differences.Missing.Count : 0,
            Skipped = listing.Unusable,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information,
            "AURA's sites read: {Outcome}, {Added} added, {Changed} changed, {Removed} removed, {Unchanged} unchanged, {Missing} missing, {Skipped} skipped")]
        public static partial void Read(
            ILogger logger, SiteSyncOutcome outcome, int added, int changed, int removed, int unchanged, int missing, int skipped);

        [LoggerMessage(2, LogLevel.Warning, "AURA's sites could not be read: {Kind}, correlation {Correlation}")]
        public static partial void NotRead(ILogger logger, AuraErrorKind kind, string correlation);
    }
}
