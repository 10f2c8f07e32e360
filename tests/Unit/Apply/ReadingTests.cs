using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using Microsoft.Data.Sqlite;

namespace AuraConsole.Unit.Apply;

/// <summary>What a reading of AURA does to a callout.</summary>
public sealed class ReadingTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Nine = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    private Spine _spine = null!;

    public async Task InitializeAsync() => _spine = await Spine.StartAsync();

    public async Task DisposeAsync() => await _spine.DisposeAsync();

    [Fact]
    public async Task Reading_OfAnUnknownCallout_AppearsAtTheStageItShows()
    {
        await Given.ReadingAsync(_spine, new AuraCallout
        {
            Id = 7,
            Status = "Responder Arrived",
            Dispatches = [new AuraDispatch { Callsign = "C12", DispatchedAt = Nine.AddMinutes(-9), ArrivedAt = Nine.AddMinutes(-2) }],
        });

        var callout = await _spine.CalloutAsync(7);
        Assert.Equal([EntryKind.RaisedElsewhere, EntryKind.StageReached], callout.Entries.Select(e => e.Kind));
        Assert.Equal((CalloutStage.OnScene, Nine.AddMinutes(-2), 1), (callout.Stage, callout.StageSince, callout.Version));
        Assert.Equal((Nine.AddMinutes(-9), Nine.AddMinutes(-2)), (callout.DispatchedAt, callout.ArrivedAt));
    }

    [Fact]
    public async Task Reading_OfOneWeRaised_IsNotRaisedElsewhere()
    {
        await _spine.Writer.WriteAsync(
            async session => (await CalloutApply.ReadingAsync(session, new AuraCallout { Id = 7, Status = "created" }, Guid.NewGuid()), 0).Item2,
            CancellationToken.None);

        Assert.Empty((await _spine.CalloutAsync(7)).Entries);
    }

    [Fact]
    public async Task Reading_WithoutNews_WritesNothingAndTellsNobody()
    {
        var told = new AuraCallout
        {
            Id = 7,
            Status = "Responder Dispatched",
            SiteId = 501,
            Latitude = -26.1076,
            Longitude = 28.0567,
            ResponseType = new string('x', 300),
            CreatedAt = Nine.AddTicks(1234567),
            Dispatches = [new AuraDispatch { Responder = "R. Mokoena", EtaMinutes = 7.5, DispatchedAt = Nine.AddTicks(7) }],
        };
        await Given.ReadingAsync(_spine, told);
        var row = _spine.Board.Now.Find(7);
        await using var watcher = new SqliteConnection($"Data Source={_spine.File};Pooling=False");
        await watcher.OpenAsync();
        var before = await DataVersionAsync(watcher);

        for (var i = 0; i < 3; i++)
        {
            _spine.Time.Advance(TimeSpan.FromSeconds(10));
            await Given.ReadingAsync(_spine, told);
        }

        Assert.Same(row, _spine.Board.Now.Find(7));
        Assert.Equal(before, await DataVersionAsync(watcher));
        Assert.Equal(1, (await _spine.CalloutAsync(7)).Version);
    }

    [Fact]
    public async Task Reading_WithNews_RaisesTheVersionByOne()
    {
        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, Status = "created" });

        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, Status = "Responder Completed", Address = "4 Fictional Road" });

        Assert.Equal((2, CalloutStage.Completed), (_spine.Board.Now.Find(7)!.Version, _spine.Board.Now.Find(7)!.Stage));
    }

    [Fact]
    public async Task Reading_ThatShowsAnEarlierStage_MovesNothingBack()
    {
        await _spine.HappenAsync(Bodies.Minimal(Bodies.Completed, 7));

        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, Status = "Responder Dispatched" });

        Assert.Equal(CalloutStage.Completed, (await _spine.CalloutAsync(7)).Stage);
    }

    [Fact]
    public async Task Reading_ClosedByStatusCode_Closes()
    {
        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, Status = "created" });

        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, ClosedByStatusCode = true });

        Assert.Equal(CalloutStage.Closed, Assert.Single(_spine.Board.Now.RecentlyClosed).Stage);
    }

    [Fact]
    public async Task Reading_WithAStatusNobodyKnows_ShowsItOnceAndMovesNothing()
    {
        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, Status = "created" });

        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, Status = "Escalated to supplier desk" });
        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, Status = "Escalated to supplier desk" });

        var callout = await _spine.CalloutAsync(7);
        Assert.Equal((CalloutStage.Created, "Escalated to supplier desk", 2), (callout.Stage, callout.AuraStatus, callout.Version));
        Assert.Equal("Escalated to supplier desk", Assert.Single(callout.Entries, e => e.Kind == EntryKind.StatusText).Detail);
    }

    [Fact]
    public async Task Reading_OfASiteWeKnow_IsLinkedAndTakesItsAddress()
    {
        var siteId = await Given.SiteAsync(_spine, 501, "Marula House", "SITE-0001");

        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, Status = "created", SiteId = 501 });

        var row = _spine.Board.Now.Find(7)!;
        Assert.Equal((siteId, "Marula House", "1 Site Road"), (row.SiteId!.Value, row.SiteName, row.Address));
    }

    [Fact]
    public async Task Missing_IsFlaggedOnceAndClearedWhenListed()
    {
        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, Status = "created" });

        await Given.MissingAsync(_spine, 7);
        await Given.MissingAsync(_spine, 7);
        Assert.True(_spine.Board.Now.Find(7)!.MissingAtAura);
        Assert.Equal(CalloutStage.Created, _spine.Board.Now.Find(7)!.Stage);
        await ListedAsync();
        await ListedAsync();

        Assert.False(_spine.Board.Now.Find(7)!.MissingAtAura);
        var callout = await _spine.CalloutAsync(7);
        Assert.Equal(
            [EntryKind.RaisedElsewhere, EntryKind.MissingAtAura, EntryKind.FoundAtAura], callout.Entries.Select(e => e.Kind));
        Assert.Equal(3, callout.Version);
    }

    [Fact]
    public async Task Closed_EndsMissing()
    {
        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, Status = "created" });
        await Given.MissingAsync(_spine, 7);

        await _spine.HappenAsync(Bodies.Minimal(Bodies.Closed, 7));

        Assert.Null((await _spine.CalloutAsync(7)).MissingSince);
    }

    [Fact]
    public async Task Missing_OfAClosedCallout_IsNothing()
    {
        await _spine.HappenAsync(Bodies.Minimal(Bodies.Closed, 7));

        await Given.MissingAsync(_spine, 7);

        Assert.Equal(1, (await _spine.CalloutAsync(7)).Version);
    }

    [Fact]
    public async Task Write_ThatThrows_LeavesFileAndBoardAsTheyWere()
    {
        await Given.ReadingAsync(_spine, new AuraCallout { Id = 7, Status = "created" });
        var row = _spine.Board.Now.Find(7);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _spine.Writer.WriteAsync(
            async session =>
            {
                await CalloutApply.ReadingAsync(session, new AuraCallout { Id = 7, Status = "closed" });
                throw new InvalidOperationException("half way");
            },
            CancellationToken.None));

        Assert.Same(row, _spine.Board.Now.Find(7));
        Assert.Equal(CalloutStage.Created, (await _spine.CalloutAsync(7)).Stage);
    }

    private Task ListedAsync() => Given.ListedAsync(_spine, new AuraCallout { Id = 7, Status = "created" });

    private static async Task<long> DataVersionAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
