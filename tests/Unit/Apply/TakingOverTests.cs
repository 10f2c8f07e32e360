using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Apply;

/// <summary>Owners that change: take-back, take-over, and callouts closed here that come back.</summary>
public sealed class TakingOverTests : ClaimsTest
{
    [Fact]
    public async Task TakeBack_WithinTwentySeconds_IsAsIfItHadNotBeen()
    {
        await Claims.ClaimAsync(7, Anna, CancellationToken.None);
        Spine.Time.Advance(CalloutClaims.TakeBackFor);

        Assert.False(await Claims.TakeBackAsync(7, Ben, CancellationToken.None));
        Assert.True(await Claims.TakeBackAsync(7, Anna, CancellationToken.None));

        var callout = await Spine.CalloutAsync(7);
        Assert.Equal((null, null, null), (callout.OwnerId, callout.ClaimedAt, callout.FirstClaimedAt));
        Assert.Equal((EntryKind.ClaimTakenBack, "Anna"), (callout.Entries[^1].Kind, callout.Entries[^1].By));
    }

    [Fact]
    public async Task TakeBack_Later_IsRefused()
    {
        await Claims.ClaimAsync(7, Anna, CancellationToken.None);
        Spine.Time.Advance(CalloutClaims.TakeBackFor + TimeSpan.FromMilliseconds(1));

        Assert.False(await Claims.TakeBackAsync(7, Anna, CancellationToken.None));
        Assert.Equal("a", Spine.Board.Now.Find(7)!.OwnerId);
    }

    [Fact]
    public async Task TakeBack_OfATakeOver_GivesItToTheOneBefore()
    {
        await Claims.ClaimAsync(7, Anna, CancellationToken.None);
        var claimed = Spine.Time.GetUtcNow();
        Spine.Time.Advance(TimeSpan.FromMinutes(5));
        await TakeOverAsync(Ben, "a", "Anna is at lunch");

        Assert.True(await Claims.TakeBackAsync(7, Ben, CancellationToken.None));

        var callout = await Spine.CalloutAsync(7);
        Assert.Equal(("a", "Anna", claimed, claimed, null), (callout.OwnerId, callout.OwnerName, callout.ClaimedAt, callout.FirstClaimedAt, callout.TakenFromId));
    }

    [Fact]
    public async Task TakeOver_ByADispatcher_NeedsAReason()
    {
        await Claims.ClaimAsync(7, Anna, CancellationToken.None);

        Assert.Equal(TakeOver.NeedsReason, await TakeOverAsync(Ben, "a", "  "));
        Assert.Equal("a", Spine.Board.Now.Find(7)!.OwnerId);
        Assert.Equal(TakeOver.Done, await TakeOverAsync(Ben, "a", "Anna is at lunch"));

        var row = Spine.Board.Now.Find(7)!;
        Assert.Equal(("b", "Ben", "a"), (row.OwnerId, row.OwnerName, row.TakenFromId));
        var last = (await Spine.CalloutAsync(7)).Entries[^1];
        Assert.Equal((EntryKind.TakenOver, "Ben", "Anna: Anna is at lunch"), (last.Kind, last.By, last.Detail));
    }

    [Fact]
    public async Task TakeOver_ByASupervisor_NeedsNone()
    {
        await Claims.ClaimAsync(7, Anna, CancellationToken.None);

        Assert.Equal(TakeOver.Done, await TakeOverAsync(Ben, "a", null, isSupervisor: true));
        Assert.Equal("Anna", (await Spine.CalloutAsync(7)).Entries[^1].Detail);
    }

    [Fact]
    public async Task TakeOver_FromSomebodyWhoNoLongerHasIt_IsRefused()
    {
        Assert.Equal(TakeOver.OtherOwner, await TakeOverAsync(Ben, "a", "why"));
        await Claims.ClaimAsync(7, Anna, CancellationToken.None);

        Assert.Equal(TakeOver.OtherOwner, await TakeOverAsync(Ben, "c", "why"));
        Assert.Equal(TakeOver.Gone, await Claims.TakeOverAsync(404, "a", "why", Ben, false, CancellationToken.None));
        Assert.Equal("a", Spine.Board.Now.Find(7)!.OwnerId);
    }

    [Fact]
    public async Task Claim_ByTwoProcessesAThousandTimes_HasOneWinnerEachTime()
    {
        const int Rounds = 1000;
        // in memory where there is such a folder: it is who wins that is tried here, not the disk
        var folder = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"auraconsole-{Guid.NewGuid():N}"));
        try
        {
            await using var one = await Spine.StartAsync(Path.Combine(folder.FullName, "console.db"));
            await using var other = await Spine.StartAsync(one.File);
            await RaceAsync(one, other, Rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task ClosedHere_ListedAgain_ComesBackToItsStage()
    {
        await Spine.HappenAsync(Bodies.Minimal(Bodies.Acknowledged, 7));
        await CloseHereAsync();

        await Given.ListedAsync(Spine, new AuraCallout { Id = 7, Status = "created" });

        var row = Spine.Board.Now.Find(7)!;
        Assert.Equal((CalloutStage.Dispatched, null, false), (row.Stage, row.ClosedAt, row.MissingAtAura));
        Assert.Contains(7, Spine.Board.Now.Active.Keys);
        Assert.Empty(Spine.Board.Now.RecentlyClosed);
        var last = (await Spine.CalloutAsync(7)).Entries[^1];
        Assert.Equal((EntryKind.FoundAtAura, CalloutStage.Dispatched), (last.Kind, last.Stage!.Value));
    }

    [Fact]
    public async Task ClosedHere_ListedAsClosed_StaysClosed()
    {
        await CloseHereAsync();

        await Given.ListedAsync(Spine, new AuraCallout { Id = 7, Status = "closed" });

        Assert.Equal(CalloutStage.Closed, Spine.Board.Now.Find(7)!.Stage);
    }

    [Fact]
    public async Task ClosedByAura_ListedAgain_StaysClosed()
    {
        await Spine.HappenAsync(Bodies.Minimal(Bodies.Closed, 7));

        await Given.ListedAsync(Spine, new AuraCallout { Id = 7, Status = "created" });

        Assert.Equal(CalloutStage.Closed, Spine.Board.Now.Find(7)!.Stage);
        Assert.DoesNotContain((await Spine.CalloutAsync(7)).Entries, entry => entry.Kind == EntryKind.FoundAtAura);
    }

    private static async Task RaceAsync(Spine one, Spine other, int rounds)
    {
        var (ours, theirs) = (one.Services.GetRequiredService<CalloutClaims>(), other.Services.GetRequiredService<CalloutClaims>());
        await one.Writer.WriteAsync(async session =>
        {
            for (var id = 1000L; id < 1000 + rounds; id++)
                await CalloutApply.ReadingAsync(session, new AuraCallout { Id = id, Status = "created" });
        }, CancellationToken.None);
        var started = TimeProvider.System.GetTimestamp();

        var wins = (Anna: 0, Ben: 0);
        for (var id = 1000L; id < 1000 + rounds; id++)
        {
            var callout = id;
            var both = await Task.WhenAll(
                Task.Run(() => ours.ClaimAsync(callout, Anna, CancellationToken.None)),
                Task.Run(() => theirs.ClaimAsync(callout, Ben, CancellationToken.None)));
            Assert.Single(both, answer => answer.IsOurs);
            Assert.Equal(both[0].Owner, both[1].Owner);
            wins = both[0].IsOurs ? (wins.Anna + 1, wins.Ben) : (wins.Anna, wins.Ben + 1);
        }

        // a busy machine shares its cores: this only catches claims that wait for a lock again and again
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(2), "A thousand claims took more than two minutes.");
        var owners = await one.ReadAsync(db => Task.FromResult(db.Callouts.Where(c => c.AuraId >= 1000).Select(c => c.OwnerId).ToList()));
        Assert.Equal(wins, (owners.Count(owner => owner == "a"), owners.Count(owner => owner == "b")));
        Assert.Equal(rounds, await one.ReadAsync(db => Task.FromResult(db.Entries.Count(e => e.Kind == EntryKind.Claimed))));
    }

    private async Task CloseHereAsync()
    {
        await Given.MissingAsync(Spine, 7);
        Assert.Equal(CloseHere.Done, await Claims.CloseHereAsync(7, "asked by telephone", null, Anna, CancellationToken.None));
    }

    private Task<TakeOver> TakeOverAsync(Operator by, string from, string? reason, bool isSupervisor = false) =>
        Claims.TakeOverAsync(7, from, reason, by, isSupervisor, CancellationToken.None);
}
