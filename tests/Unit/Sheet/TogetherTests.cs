using AuraConsole.Web.Apply;
using AuraConsole.Web.Components.Callouts.Timeline;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live.Together;

namespace AuraConsole.Unit.Sheet;

public sealed class TogetherTests : IAsyncLifetime
{
    private SheetHouse _house = null!;

    private CalloutPresence Presence => _house.Get<CalloutPresence>();

    private CalloutIncidents Incidents => _house.Get<CalloutIncidents>();

    public async Task InitializeAsync() => _house = await SheetHouse.StartAsync();

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public void Presence_TwoAtOneCallout_SeeEachOtherAndWhatTheyType()
    {
        using var thandi = Presence.Enter(1, SheetHouse.Thandi);
        var sipho = Presence.Enter(1, SheetHouse.Sipho);
        using var elsewhere = Presence.Enter(2, SheetHouse.Sipho);

        sipho.Types(TypingWhat.Note);
        Assert.Equal(new PresentPerson("Sipho", false, TypingWhat.Note), Presence.Others(thandi).Single());
        _house.Spine.Time.Advance(PresentHere.Pause);
        Assert.Equal(TypingWhat.Nothing, Presence.Others(thandi).Single().Typing);

        sipho.SetSeen(false);
        Assert.Empty(Presence.Others(thandi));
        sipho.SetSeen(true);
        sipho.Dispose();
        Assert.Empty(Presence.Others(thandi));
        Assert.Equal([1, 2], Presence.Open.Order());
    }

    [Fact]
    public void Presence_AnotherWindowOfMine_IsMe()
    {
        using var first = Presence.Enter(1, SheetHouse.Thandi);
        using var second = Presence.Enter(1, SheetHouse.Thandi);

        Assert.True(Presence.Others(first).Single().IsMe);
    }

    [Fact]
    public async Task Incident_TwoTypeAtOnce_TheSecondGetsBothValues()
    {
        Assert.True((await Incidents.SetAsync(SheetHouse.Id, null, "INC-1", SheetHouse.Thandi, default)).IsDone);

        var second = await Incidents.SetAsync(SheetHouse.Id, null, "INC-2", SheetHouse.Sipho, default);

        Assert.Equal(new IncidentResult(false, "INC-1", "Thandi"), second);
        Assert.Equal("INC-1", (await _house.Spine.CalloutAsync(SheetHouse.Id)).IncidentNumber);
        Assert.True((await Incidents.SetAsync(SheetHouse.Id, second.Now, "INC-2", SheetHouse.Sipho, default)).IsDone);
        Assert.Equal("INC-2", (await _house.Spine.CalloutAsync(SheetHouse.Id)).IncidentNumber);
    }

    [Fact]
    public void Pages_NewestReadAnew_KeepsWhatWasAskedForFurtherBack()
    {
        var pages = new TimelinePages();
        pages.Newest([Line(9), Line(8)], hasOlder: true);
        pages.Older([Line(7), Line(6)], hasOlder: false);

        pages.Newest([Line(10), Line(9)], hasOlder: true);

        Assert.Equal([10, 9, 8, 7, 6], pages.Entries.Select(entry => (int)entry.Id));
        Assert.False(pages.HasOlder);
    }

    [Fact]
    public void Pages_EntryTakenBack_IsGone()
    {
        var pages = new TimelinePages();
        pages.Newest([Line(9), Line(8), Line(7)], hasOlder: false);

        pages.Newest([Line(9), Line(7)], hasOlder: false);

        Assert.Equal([9, 7], pages.Entries.Select(entry => (int)entry.Id));
    }

    private static Entry Line(int id) => new() { Id = id, At = DateTimeOffset.UnixEpoch.AddSeconds(id) };
}
