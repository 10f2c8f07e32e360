using System.Globalization;
using System.Security.Claims;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.SiteCare.Testing;

/// <summary>Puts sites on test, always with an end, and takes them off it. Any dispatcher may: it is done during a telephone call.</summary>
public sealed class TestDesk(
    IDbContextFactory<ConsoleDbContext> contexts, CalloutWriter writer, AuditLog audit, Scopes scopes, TestBook book, SiteCareFeed feed,
    IOptions<TestingOptions> options)
{
    /// <param name="siteId">Our id.</param>
    /// <param name="reason">Why, for whoever sees a callout meanwhile.</param>
    /// <param name="length">From now; null is refused.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<TestResult> BeginAsync(int siteId, string? reason, TimeSpan? length, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.From(user);
        return ChangeAsync(async session =>
        {
            var (db, token) = (session.Db, session.CancellationToken);
            var site = await db.Sites.Within(scopes.Of(user)).FirstOrDefaultAsync(one => one.Id == siteId && one.DeletedAt == null, token);
            if (site is null)
                return new TestResult(TestOutcome.Gone);
            if (await db.SiteTests.AsNoTracking().FirstOrDefaultAsync(one => one.SiteId == siteId && one.EndedAt == null, token) is { } running)
                return new TestResult(TestOutcome.ChangedMeanwhile, running);
            var why = Text.Cut(reason?.Trim(), SiteTest.ReasonLength);
            if (string.IsNullOrEmpty(why))
                return new TestResult(TestOutcome.NoReason);
            if (Fault(length) is { } fault)
                return new TestResult(fault);
            if (await db.SiteTests.CountAsync(one => one.EndedAt == null, token) >= TestBook.Most)
                return new TestResult(TestOutcome.TooMany);
            var test = new SiteTest { SiteId = siteId, StartedAt = session.Now, EndsAt = session.Now + length!.Value, Reason = why, ByName = Text.Cut(by.Name, SiteTest.NameLength)! };
            db.SiteTests.Add(test);
            site.OnTestUntil = test.EndsAt;
            await audit.AddAsync(db, by, SiteAudit.Note(SiteAudit.TestBegun, siteId, $"Until: {Stamp(test.EndsAt)}", $"Reason: {why}"), token);
            return new TestResult(TestOutcome.Done, test);
        }, cancellationToken);
    }

    /// <summary>Moves the end further away. <paramref name="seen"/> is the end that the person saw.</summary>
    public Task<TestResult> ExtendAsync(int testId, DateTimeOffset seen, TimeSpan? length, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.From(user);
        return ChangeAsync(async session =>
        {
            if (await FindAsync(session, testId, user) is not { } test)
                return new TestResult(TestOutcome.Gone);
            if (test.EndsAt != seen)
                return new TestResult(TestOutcome.ChangedMeanwhile, test);
            if (Fault(length) is { } fault)
                return new TestResult(fault, test);
            var ends = session.Now + length!.Value;
            if (ends <= test.EndsAt)
                return new TestResult(TestOutcome.NotLater, test);
            await audit.AddAsync(session.Db, by, SiteAudit.Note(SiteAudit.TestExtended, test.SiteId, $"Until: {Stamp(test.EndsAt)} → {Stamp(ends)}"), session.CancellationToken);
            test.EndsAt = ends;
            test.Site!.OnTestUntil = ends;
            return new TestResult(TestOutcome.Done, test);
        }, cancellationToken);
    }

    public Task<TestResult> EndAsync(int testId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.From(user);
        return ChangeAsync(async session =>
        {
            if (await FindAsync(session, testId, user) is not { } test)
                return new TestResult(TestOutcome.Gone);
            // one whose time was over before the timer looked ended then
            await EndAsync(session, test, test.EndsAt < session.Now ? test.EndsAt : session.Now, by);
            return new TestResult(TestOutcome.Done, test);
        }, cancellationToken);
    }

    /// <summary>Ends those whose time is over, by the time that was set: the console may have been down then.</summary>
    public Task<int> EndDueAsync(CancellationToken cancellationToken) => ChangeAsync(async session =>
    {
        var now = session.Now;
        var due = await session.Db.SiteTests.Include(test => test.Site).Where(test => test.EndedAt == null && test.EndsAt <= now)
            .OrderBy(test => test.EndsAt).Take(TestBook.Most).ToListAsync(session.CancellationToken);
        foreach (var test in due)
            await EndAsync(session, test, test.EndsAt, null);
        return due.Count;
    }, cancellationToken);

    /// <summary>The test that runs at a site, and how many callouts came; null when none does, or not for this user.</summary>
    public async Task<TestLine?> FindAsync(int siteId, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        (await ListAsync(tests => tests.Where(test => test.SiteId == siteId), user, cancellationToken)).FirstOrDefault();

    /// <summary>All that run, the next to end first.</summary>
    public Task<IReadOnlyList<TestLine>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken) => ListAsync(tests => tests, user, cancellationToken);

    private async Task<IReadOnlyList<TestLine>> ListAsync(Func<IQueryable<SiteTest>, IQueryable<SiteTest>> which, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.From(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = await which(db.SiteTests.AsNoTracking().Where(test => test.EndedAt == null)).Within(scopes.Of(user)).OrderBy(test => test.EndsAt).Take(TestBook.Most)
            .Select(test => new { Test = test, test.Site, Count = db.Callouts.Count(callout => callout.SiteId == test.SiteId && callout.OnTest && callout.FirstSeenAt >= test.StartedAt) })
            .ToListAsync(cancellationToken);
        return [.. lines.Select(line =>
        {
            line.Test.Site = line.Site;
            return new TestLine(line.Test, line.Count);
        })];
    }

    private TestOutcome? Fault(TimeSpan? length) =>
        length is not { } wanted || wanted <= TimeSpan.Zero ? TestOutcome.NoEnd : wanted > options.Value.Longest ? TestOutcome.TooFar : null;

    private Task<SiteTest?> FindAsync(CalloutSession session, int testId, ClaimsPrincipal user) => session.Db.SiteTests.Include(test => test.Site)
        .Where(test => test.Id == testId && test.EndedAt == null).Within(scopes.Of(user)).FirstOrDefaultAsync(session.CancellationToken);

    private async Task EndAsync(CalloutSession session, SiteTest test, DateTimeOffset at, Operator? by)
    {
        (test.EndedAt, test.EndedByName) = (at, Text.Cut(by?.Name, SiteTest.NameLength));
        test.Site!.OnTestUntil = null;
        var line = by is null ? $"By its time: {Stamp(at)}" : $"Before its time: {Stamp(test.EndsAt)} → {Stamp(at)}";
        await audit.AddAsync(session.Db, by, SiteAudit.Note(SiteAudit.TestEnded, test.SiteId, line), session.CancellationToken);
    }

    private async Task<T> ChangeAsync<T>(Func<CalloutSession, Task<T>> change, CancellationToken cancellationToken)
    {
        var result = await writer.WriteAsync(change, cancellationToken);
        if (result is TestResult { IsDone: true } or > 0)
        {
            await book.LoadAsync(CancellationToken.None);
            feed.Publish((result as TestResult)?.Now?.SiteId);
        }
        return result;
    }

    private static string Stamp(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
