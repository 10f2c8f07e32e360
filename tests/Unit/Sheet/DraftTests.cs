using AuraConsole.Unit.Support;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Components.Drafts;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuraConsole.Unit.Sheet;

public sealed class DraftTests : IAsyncLifetime
{
    private SheetHouse _house = null!;

    private DraftStore Drafts => _house.Get<DraftStore>();

    public async Task InitializeAsync() => _house = await SheetHouse.StartAsync();

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task Save_ThenBlank_ForgetsIt()
    {
        await Drafts.SaveAsync("u", "note:1", "Half a sentence", default);
        Assert.Equal("Half a sentence", (await Drafts.ReadAsync("u", "note:1", default))!.Body);
        Assert.Null(await Drafts.ReadAsync("other", "note:1", default));

        await Drafts.SaveAsync("u", "note:1", " ", default);

        Assert.Null(await Drafts.ReadAsync("u", "note:1", default));
    }

    [Fact]
    public async Task Save_TooLong_KeepsTheEarlierOne()
    {
        await Drafts.SaveAsync("u", "note:1", "Short", default);

        Assert.False(await Drafts.SaveAsync("u", "note:1", new string('é', Draft.MostBytes / 2 + 1), default));

        Assert.Equal("Short", (await Drafts.ReadAsync("u", "note:1", default))!.Body);
    }

    [Fact]
    public async Task Save_OneTooMany_TheOldestMakesRoom()
    {
        for (var i = 0; i <= DraftStore.MostPerUser; i++)
        {
            _house.Spine.Time.Advance(TimeSpan.FromSeconds(1));
            await Drafts.SaveAsync("u", $"note:{i}", "text", default);
        }

        Assert.Equal(DraftStore.MostPerUser, await _house.Spine.ReadAsync(db => db.Drafts.CountAsync()));
        Assert.Null(await Drafts.ReadAsync("u", "note:0", default));
    }

    [Fact]
    public async Task Purge_OldOnes_AreForgotten()
    {
        await Drafts.SaveAsync("u", "note:1", "Old", default);
        _house.Spine.Time.Advance(DraftStore.Kept + TimeSpan.FromMinutes(1));
        await Drafts.SaveAsync("u", "note:2", "New", default);

        Assert.Equal(1, await Drafts.PurgeAsync(default));
        Assert.NotNull(await Drafts.ReadAsync("u", "note:2", default));
    }

    [Fact]
    public async Task Keeper_Typing_SavesOnceAfterThePause()
    {
        await using var keeper = new DraftKeeper(Drafts, _house.Spine.Time, NullLogger.Instance, "u", "note:1");
        keeper.Changed("H");
        keeper.Changed("Hello");
        Assert.Null(await Drafts.ReadAsync("u", "note:1", default));

        _house.Spine.Time.Advance(DraftKeeper.Pause);

        await Until.TrueAsync(async () => (await Drafts.ReadAsync("u", "note:1", default))?.Body == "Hello");
    }

    [Fact]
    public async Task Keeper_PageGoesBeforeThePause_IsSaved()
    {
        await using (var keeper = new DraftKeeper(Drafts, _house.Spine.Time, NullLogger.Instance, "u", "note:1"))
            keeper.Changed("Hello");

        Assert.Equal("Hello", (await Drafts.ReadAsync("u", "note:1", default))!.Body);
    }

    [Fact]
    public void Forms_WrittenAndReadBack_AreTheSame()
    {
        var raise = new RaiseDraft(7, "Harbour Depot", 2, 1, true, "INC-1", true, "Second fire");

        Assert.Equal(raise, RaiseDraft.Read(raise.Write()));
        Assert.Equal("", new RaiseDraft(null, null, null, null, false, "", false, "").Write());
        Assert.Null(RaiseDraft.Read("what an older version left"));
        Assert.Equal(new StandDownDraft(102, "Keypad fault"), StandDownDraft.Read(new StandDownDraft(102, "Keypad fault").Write()));
    }
}
