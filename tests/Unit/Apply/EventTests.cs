using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Unit.Apply;

/// <summary>What a delivered event does to a callout.</summary>
public sealed class EventTests : IAsyncLifetime
{
    private Spine _spine = null!;

    public async Task InitializeAsync() => _spine = await Spine.StartAsync();

    public async Task DisposeAsync() => await _spine.DisposeAsync();

    [Fact]
    public async Task Event_OfAnUnknownCallout_AppearsAsRaisedElsewhereAndIsToBeRead()
    {
        var isToBeRead = await _spine.HappenAsync(Bodies.Minimal(Bodies.Acknowledged, 7));

        Assert.True(isToBeRead);
        var callout = await _spine.CalloutAsync(7);
        Assert.Equal([EntryKind.RaisedElsewhere, EntryKind.StageReached], callout.Entries.Select(e => e.Kind));
        Assert.Equal((CalloutStage.Dispatched, 1), (callout.Stage, callout.Version));
        Assert.True(_spine.Board.Now.Find(7)!.RaisedElsewhere);
    }

    [Fact]
    public async Task NewCallout_ForOneWeRaised_IsNotRaisedElsewhere()
    {
        var command = Guid.NewGuid();
        await _spine.Writer.WriteAsync(
            session =>
            {
                session.Db.Callouts.Add(new Callout { AuraId = 7, FirstSeenAt = session.Now, StageSince = session.Now, RaisedByCommandId = command });
                return Task.CompletedTask;
            },
            CancellationToken.None);

        await _spine.HappenAsync(Bodies.Rich(Bodies.Created, 7, "created"));

        var callout = await _spine.CalloutAsync(7);
        Assert.Equal(EntryKind.EventReceived, Assert.Single(callout.Entries).Kind);
        Assert.Equal((CalloutStage.Created, 2, (Guid?)command), (callout.Stage, callout.Version, callout.RaisedByCommandId));
        Assert.False(_spine.Board.Now.Find(7)!.RaisedElsewhere);
        Assert.Equal("4 Fictional Road, Sandton", callout.Address);
    }

    [Fact]
    public async Task Events_InOrder_MoveTheStageAndRaiseTheVersionByOneEach()
    {
        var expected = 0;
        foreach (var (name, stage) in new[]
        {
            (Bodies.Created, CalloutStage.Created), (Bodies.Owned, CalloutStage.Created), (Bodies.Acknowledged, CalloutStage.Dispatched),
            (Bodies.Arrived, CalloutStage.OnScene), (Bodies.Completed, CalloutStage.Completed), (Bodies.StoodDown, CalloutStage.StoodDown),
            (Bodies.Closed, CalloutStage.Closed),
        })
        {
            _spine.Time.Advance(TimeSpan.FromSeconds(30));
            await _spine.HappenAsync(Bodies.Minimal(name, 7));

            var row = _spine.Board.Now.Find(7)!;
            Assert.Equal((stage, ++expected), (row.Stage, row.Version));
        }

        var callout = await _spine.CalloutAsync(7);
        Assert.Equal(_spine.Time.GetUtcNow(), callout.ClosedAt);
        Assert.Empty(_spine.Board.Now.Active);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Events_InAnyOrder_EndAtTheLatestStageAndNeverGoBack(string order)
    {
        var highest = CalloutStage.Created;
        foreach (var name in order.Split(' '))
        {
            await _spine.HappenAsync(Bodies.Minimal(name, 7));

            var stage = _spine.Board.Now.Find(7)!.Stage;
            Assert.True(stage >= highest, $"{name} moved {highest} to {stage}");
            highest = stage;
        }

        Assert.Equal(CalloutStage.Closed, highest);
        Assert.Equal(CalloutStage.Closed, (await _spine.CalloutAsync(7)).Stage);
    }

    public static TheoryData<string> Orders()
    {
        var random = new Random(20260504);
        var orders = new TheoryData<string>();
        for (var i = 0; i < 12; i++)
        {
            string[] names =
                [Bodies.Created, Bodies.Owned, Bodies.Acknowledged, Bodies.Arrived, Bodies.Completed, Bodies.Closed, Bodies.Acknowledged, Bodies.Closed];
            random.Shuffle(names);
            orders.Add(string.Join(' ', names));
        }
        return orders;
    }

    [Fact]
    public async Task Event_Late_BecomesAnEntryAndKeepsStageAndStatus()
    {
        await _spine.HappenAsync(Bodies.WithResponder(Bodies.Arrived, 7, "Responder Arrived", "2026-05-04T09:05:00Z"));
        var before = await _spine.CalloutAsync(7);

        await _spine.HappenAsync(Bodies.WithResponder(Bodies.Acknowledged, 7, "Responder Dispatched"));

        var after = await _spine.CalloutAsync(7);
        Assert.Equal((CalloutStage.OnScene, before.StageSince, "Responder Arrived"), (after.Stage, after.StageSince, after.AuraStatus));
        Assert.Equal((EntryKind.LateEvent, CalloutStage.Dispatched), (after.Entries[^1].Kind, after.Entries[^1].Stage));
        Assert.Equal(before.Version + 1, after.Version);
    }

    [Fact]
    public async Task Event_Duplicate_StaysWhereItIs()
    {
        await _spine.HappenAsync(Bodies.Minimal(Bodies.Arrived, 7));
        var since = _spine.Board.Now.Find(7)!.StageSince;
        _spine.Time.Advance(TimeSpan.FromMinutes(1));

        await _spine.HappenAsync(Bodies.Minimal(Bodies.Arrived, 7));

        var callout = await _spine.CalloutAsync(7);
        Assert.Equal((CalloutStage.OnScene, since), (callout.Stage, callout.StageSince));
        Assert.Single(callout.Entries, e => e.Kind == EntryKind.StageReached);
    }

    [Fact]
    public async Task Event_OlderThanTheLastEntry_IsAddedAndStillRaisesTheVersion()
    {
        var received = _spine.Time.GetUtcNow();
        _spine.Time.Advance(TimeSpan.FromMinutes(1));
        await _spine.HappenAsync(Bodies.Minimal(Bodies.Arrived, 7));

        await _spine.HappenAsync(Bodies.Minimal(Bodies.Acknowledged, 7), received);

        var callout = await _spine.CalloutAsync(7);
        Assert.Equal((2, 2), (callout.Version, _spine.Board.Now.Find(7)!.Version));
        Assert.Equal(EntryKind.LateEvent, callout.Entries[^1].Kind);
        Assert.Equal((EntryKind?)EntryKind.StageReached, callout.LastEntryKind);
    }

    [Fact]
    public async Task Event_Rich_FillsTheRow()
    {
        await _spine.HappenAsync(Bodies.WithResponder(Bodies.Acknowledged, 7, "Responder Dispatched"));

        var callout = await _spine.CalloutAsync(7);
        Assert.Equal("C12 R. Mokoena (Coastal Response)", callout.Responders);
        Assert.Equal((7d, "SECURITY", "Intruder alarm", -26.1076), (callout.EtaMinutes!.Value, callout.ResponseType, callout.Category, callout.Latitude!.Value));
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 9, 1, 0, TimeSpan.Zero), callout.DispatchedAt);
        Assert.Equal(callout.Responders, callout.Entries[^1].Detail);
    }

    [Fact]
    public async Task Event_Minimal_KeepsWhatARichOneTold()
    {
        await _spine.HappenAsync(Bodies.WithResponder(Bodies.Acknowledged, 7, "Responder Dispatched"));

        await _spine.HappenAsync(Bodies.Minimal(Bodies.Arrived, 7));

        var callout = await _spine.CalloutAsync(7);
        Assert.Equal(("C12 R. Mokoena (Coastal Response)", "4 Fictional Road, Sandton"), (callout.Responders, callout.Address));
        Assert.Equal(_spine.Time.GetUtcNow(), callout.ArrivedAt);
    }

    [Fact]
    public async Task Event_OfASiteWeKnow_IsLinkedToIt()
    {
        var siteId = await Given.SiteAsync(_spine, auraId: 501, "Marula House", "SITE-0001");

        await _spine.HappenAsync(Bodies.Rich(Bodies.Created, 7, "created", siteId: 501));

        var row = _spine.Board.Now.Find(7)!;
        Assert.Equal((siteId, "Marula House", "SITE-0001"), (row.SiteId!.Value, row.SiteName, row.Reference));
    }

    [Fact]
    public async Task Event_AfterTheSiteBecameKnown_IsLinkedThen()
    {
        await _spine.HappenAsync(Bodies.Rich(Bodies.Created, 7, "created", siteId: 501));
        Assert.Null(_spine.Board.Now.Find(7)!.SiteId);
        var siteId = await Given.SiteAsync(_spine, auraId: 501, "Marula House", "SITE-0001");

        // it does not say which site; the one before did
        await _spine.HappenAsync(Bodies.Minimal(Bodies.Arrived, 7));

        Assert.Equal(siteId, _spine.Board.Now.Find(7)!.SiteId);
    }

    [Fact]
    public async Task Event_WithATrackingLinkNoBrowserShouldFollow_ShowsNone()
    {
        await _spine.HappenAsync("""{"message":"NEW_CALLOUT","callout":{"id":7,"url":"javascript:alert(1)"}}""");
        Assert.Null((await _spine.CalloutAsync(7)).TrackingUrl);

        await _spine.HappenAsync("""{"message":"CALLOUT_OWNED","callout":{"id":7,"url":"https://track.example/7"}}""");
        Assert.Equal("https://track.example/7", (await _spine.CalloutAsync(7)).TrackingUrl);
    }

    [Fact]
    public async Task Event_WithTextsLongerThanTheirColumns_IsCutNotRefused()
    {
        await _spine.HappenAsync(Bodies.Rich(Bodies.Created, 7, new string('x', 5000)));

        Assert.Equal(Callout.TextLength, (await _spine.CalloutAsync(7)).AuraStatus!.Length);
    }
}
