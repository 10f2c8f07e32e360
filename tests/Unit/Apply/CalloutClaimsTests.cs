using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Apply;

public sealed class CalloutClaimsTests : ClaimsTest
{
    [Fact]
    public async Task Claim_OfAFreeCallout_IsOurs()
    {
        Assert.Equal("Anna", (await Claims.ClaimAsync(7, Anna, CancellationToken.None)).Owner);

        var row = Spine.Board.Now.Find(7)!;
        Assert.Equal(("a", "Anna", 2), (row.OwnerId, row.OwnerName, row.Version));
        Assert.Equal((EntryKind.Claimed, "Anna"), ((await Spine.CalloutAsync(7)).Entries[^1].Kind, (await Spine.CalloutAsync(7)).Entries[^1].By));
    }

    [Fact]
    public async Task Claim_ByManyAtOnce_HasOneWinner()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(i => Task.Run(() => Claims.ClaimAsync(7, new Operator($"{i}", $"Operator {i}"), CancellationToken.None))));

        Assert.Equal(Spine.Board.Now.Find(7)!.OwnerName, Assert.Single(answers.Select(answer => answer.Owner).Distinct()));
        Assert.Single((await Spine.CalloutAsync(7)).Entries, e => e.Kind == EntryKind.Claimed);
    }

    [Fact]
    public async Task Claim_FromTwoProcessesOnOneFile_HasOneWinner()
    {
        await using var other = await Spine.StartAsync(Spine.File);
        var theirs = other.Services.GetRequiredService<CalloutClaims>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => i % 2 == 0
            ? Claims.ClaimAsync(7, Anna, CancellationToken.None)
            : theirs.ClaimAsync(7, Ben, CancellationToken.None))));

        Assert.Equal((await Spine.CalloutAsync(7)).OwnerName, Assert.Single(answers.Select(answer => answer.Owner).Distinct()));
        Assert.Single((await Spine.CalloutAsync(7)).Entries, e => e.Kind == EntryKind.Claimed);
    }

    [Fact]
    public async Task Claim_OfAClosedOrUnknownCallout_IsNobodys()
    {
        await Spine.HappenAsync(Bodies.Minimal(Bodies.Closed, 8));

        Assert.Null((await Claims.ClaimAsync(8, Anna, CancellationToken.None)).Owner);
        Assert.Null((await Claims.ClaimAsync(404, Anna, CancellationToken.None)).Owner);
    }

    [Fact]
    public async Task HandBack_OfOnesOwn_FreesIt()
    {
        await Claims.ClaimAsync(7, Anna, CancellationToken.None);

        Assert.False(await Claims.HandBackAsync(7, Ben, CancellationToken.None));
        Assert.True(await Claims.HandBackAsync(7, Anna, CancellationToken.None));
        Assert.False(await Claims.HandBackAsync(7, Anna, CancellationToken.None));

        Assert.Null(Spine.Board.Now.Find(7)!.OwnerId);
        Assert.Equal("Ben", (await Claims.ClaimAsync(7, Ben, CancellationToken.None)).Owner);
    }

    [Fact]
    public async Task CloseHere_OnlyWhenAuraDoesNotKnowIt()
    {
        Assert.Equal(CloseHere.Known, await Claims.CloseHereAsync(7, "asked by telephone", null, Anna, CancellationToken.None));
        Assert.Equal(CalloutStage.Created, Spine.Board.Now.Find(7)!.Stage);
        await Given.MissingAsync(Spine, 7);

        Assert.Equal(CloseHere.Done, await Claims.CloseHereAsync(7, "asked by telephone", null, Anna, CancellationToken.None));
        Assert.Equal(CloseHere.Known, await Claims.CloseHereAsync(7, "again", null, Anna, CancellationToken.None));

        var callout = await Spine.CalloutAsync(7);
        Assert.Equal((CalloutStage.Closed, Spine.Time.GetUtcNow()), (callout.Stage, callout.ClosedAt));
        var last = callout.Entries[^1];
        Assert.Equal((EntryKind.ClosedHere, "Anna", "asked by telephone"), (last.Kind, last.By, last.Detail));
    }
}
