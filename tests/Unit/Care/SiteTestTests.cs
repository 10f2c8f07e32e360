using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.SiteCare;
using AuraConsole.Web.SiteCare.Testing;

namespace AuraConsole.Unit.Care;

public sealed class SiteTestTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private CareHouse _house = null!;

    private DateTimeOffset Now => _house.Spine.Time.GetUtcNow();

    public async Task InitializeAsync() => _house = await CareHouse.StartAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Theory]
    [InlineData(null, TestOutcome.NoEnd)]
    [InlineData(0, TestOutcome.NoEnd)]
    [InlineData(-5, TestOutcome.NoEnd)]
    [InlineData(24 * 60, TestOutcome.Done)]
    [InlineData((24 * 60) + 1, TestOutcome.TooFar)]
    public async Task Begin_EndMissingOrTooFar_IsRefused(int? minutes, TestOutcome expected)
    {
        var length = minutes is { } known ? TimeSpan.FromMinutes(known) : (TimeSpan?)null;

        var result = await _house.Tests.BeginAsync(_house.SiteId, "Line test", length, CareHouse.Thandi, CancellationToken.None);

        Assert.Equal(expected, result.Outcome);
        Assert.Equal(expected == TestOutcome.Done ? Now + length : null, (await _house.SiteAsync()).OnTestUntil);
    }

    [Fact]
    public async Task Begin_WithoutAReasonOrTwice_IsRefused()
    {
        Assert.Equal(TestOutcome.NoReason, (await _house.Tests.BeginAsync(_house.SiteId, " ", Hour, CareHouse.Thandi, CancellationToken.None)).Outcome);
        await BeginAsync();
        Assert.Equal(TestOutcome.ChangedMeanwhile, (await _house.Tests.BeginAsync(_house.SiteId, "Again", Hour, CareHouse.Sipho, CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task Callout_ArrivingMeanwhile_IsKeptMarkedCountedAndOnTheBoard()
    {
        await BeginAsync();
        await _house.ArriveAsync();

        var callout = await _house.Spine.CalloutAsync(CareHouse.Callout);
        Assert.True(callout is { OnTest: true, IsActive: true });
        Assert.Contains(callout.Entries, entry => entry is { Kind: EntryKind.CameOnTest, Detail: "Line test" });
        Assert.True(_house.Spine.Board.Now.Active[CareHouse.Callout].OnTest);
        Assert.Equal(1, Assert.Single(await _house.Tests.ListAsync(CareHouse.Thandi, CancellationToken.None)).Callouts);
    }

    [Fact]
    public async Task Callout_ArrivingExactlyAtTheEnds_BelongsFromTheBeginningUntilBeforeTheEnd()
    {
        var began = Now;
        await BeginAsync();
        var times = new[] { began.AddTicks(-1), began, began + Hour - TimeSpan.FromTicks(1), began + Hour };
        for (var i = 0; i < times.Length; i++)
            await _house.ArriveAsync(10 + i, times[i]);

        var marked = new List<bool>();
        for (var i = 0; i < times.Length; i++)
            marked.Add((await _house.Spine.CalloutAsync(10 + i)).OnTest);

        Assert.Equal([false, true, true, false], marked);
    }

    [Fact]
    public async Task Callout_AppliedAfterTheEnd_IsMarkedByWhenItCame()
    {
        var test = await BeginAsync();
        var came = Now.AddMinutes(5);
        _house.Spine.Time.Advance(TimeSpan.FromMinutes(10));
        await _house.Tests.EndAsync(test.Id, CareHouse.Thandi, CancellationToken.None);

        await _house.ArriveAsync(at: came);
        await _house.ArriveAsync(8, came.AddMinutes(6));

        Assert.True((await _house.Spine.CalloutAsync(CareHouse.Callout)).OnTest);
        Assert.False((await _house.Spine.CalloutAsync(8)).OnTest);
    }

    [Fact]
    public async Task Test_OverWhileTheConsoleWasDown_EndsAtStartByTheTimeThatWasSet()
    {
        var test = await BeginAsync();
        _house.Spine.Time.Advance(TimeSpan.FromHours(5));

        await _house.Spine.RunAsync<TestTimer>();

        Assert.Null((await _house.SiteAsync()).OnTestUntil);
        Assert.Empty(await _house.Tests.ListAsync(CareHouse.Thandi, CancellationToken.None));
        var record = (await _house.AuditAsync())[0];
        Assert.Equal((SiteAudit.TestEnded, AuditLog.Console), (record.Kind, record.ByName));
        Assert.Equal(test.EndsAt, await _house.Spine.ReadAsync(async db => (await db.SiteTests.FindAsync(test.Id))!.EndedAt));
    }

    [Fact]
    public async Task Timer_NearTheEnd_WarnsThenEnds()
    {
        await BeginAsync();
        var (book, time) = (_house.Get<TestBook>(), _house.Spine.Time);
        await _house.Spine.RunAsync<TestTimer>();
        Assert.Empty(book.EndingSoon(Scope.Everything));

        time.Advance(TimeSpan.FromMinutes(51));
        Assert.Single(book.EndingSoon(Scope.Everything));
        Assert.Empty(book.EndingSoon(Scope.Nothing));

        await Until.TrueAsync(async () =>
        {
            time.Advance(TimeSpan.FromMinutes(1));
            return (await _house.SiteAsync()).OnTestUntil is null;
        });
        Assert.Empty(book.Now);
    }

    [Fact]
    public async Task Extend_SeenAnotherEnd_IsRefusedAndOneNotLaterToo()
    {
        var test = await BeginAsync();
        _house.Spine.Time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(TestOutcome.NotLater, (await ExtendAsync(test, test.EndsAt, TimeSpan.FromMinutes(30))).Outcome);
        Assert.Equal(TestOutcome.Done, (await ExtendAsync(test, test.EndsAt, Hour)).Outcome);
        Assert.Equal(TestOutcome.ChangedMeanwhile, (await ExtendAsync(test, test.EndsAt, Hour * 2)).Outcome);
        Assert.Equal(Now + Hour, (await _house.SiteAsync()).OnTestUntil);
    }

    [Fact]
    public async Task Test_OfAGroupThatTheUserMayNotSee_IsNeitherListedNorEnded()
    {
        var test = await BeginAsync();
        await _house.HideFromAsync(CareHouse.Sipho);

        Assert.Empty(await _house.Tests.ListAsync(CareHouse.Sipho, CancellationToken.None));
        Assert.Equal(TestOutcome.Gone, (await _house.Tests.EndAsync(test.Id, CareHouse.Sipho, CancellationToken.None)).Outcome);
    }

    [Fact]
    public void Policy_OutOfOrder_IsAFaultAtStart()
    {
        var validator = new TestingOptionsValidator();

        Assert.True(validator.Validate(null, new TestingOptions()).Succeeded);
        Assert.Equal(3, validator.Validate(null, new TestingOptions { Longest = TimeSpan.FromDays(20), Standard = TimeSpan.Zero, WarnBefore = -Hour }).Failures!.Count());
    }

    private async Task<SiteTest> BeginAsync()
    {
        var result = await _house.Tests.BeginAsync(_house.SiteId, "Line test", Hour, CareHouse.Thandi, CancellationToken.None);
        Assert.Equal(TestOutcome.Done, result.Outcome);
        return result.Now!;
    }

    private Task<TestResult> ExtendAsync(SiteTest test, DateTimeOffset seen, TimeSpan length) =>
        _house.Tests.ExtendAsync(test.Id, seen, length, CareHouse.Thandi, CancellationToken.None);
}
