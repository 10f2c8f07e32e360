using System.Collections.Immutable;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.SiteCare.Testing;

/// <summary>The tests that run, in memory: the timer and the boards look here, not at the database.</summary>
public sealed class TestBook(IDbContextFactory<ConsoleDbContext> contexts, IOptions<TestingOptions> options, TimeProvider time, ILogger<TestBook> logger)
{
    /// <summary>Most tests that may run at once.</summary>
    public const int Most = 1000;

    private ImmutableList<RunningTest> _now = [];

    public ImmutableList<RunningTest> Now => Volatile.Read(ref _now);

    /// <summary>Rings when a test begins, changes or ends, and when one comes near its end.</summary>
    public LiveFeed Feed { get; } = new(time, logger);

    /// <summary>Those that end soon, the next one first.</summary>
    public IReadOnlyList<RunningTest> EndingSoon(Scope scope)
    {
        var from = time.GetUtcNow() + options.Value.WarnBefore;
        return [.. Now.Where(test => test.EndsAt <= from && scope.Covers(test.GroupId)).OrderBy(test => test.EndsAt)];
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var running = await db.SiteTests.AsNoTracking().Include(test => test.Site).Where(test => test.EndedAt == null)
            .OrderBy(test => test.EndsAt).Take(Most).ToListAsync(cancellationToken);
        Volatile.Write(ref _now, [.. running.Select(test => new RunningTest(test.Id, test.SiteId, test.Site!.GroupId, test.Site.DisplayName, test.EndsAt))]);
        Feed.Publish();
    }
}

public sealed record RunningTest(int Id, int SiteId, int? GroupId, string SiteName, DateTimeOffset EndsAt);
