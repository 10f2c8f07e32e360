using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Outbound.Closing;

namespace AuraConsole.Unit.Sheet;

public sealed class ClosureTests : IAsyncLifetime
{
    private SheetHouse _house = null!;

    public async Task InitializeAsync() => _house = await SheetHouse.StartAsync(CalloutStage.Closed);

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task Report_NotYet_IsAskedAgainUntilItIsThere()
    {
        await _house.Spine.RunAsync<ClosureReader>();
        await Until.TrueAsync(async () => await _house.ClosureAsync() is { Attempts: 1, ReportAt: null, NextAttemptAt: not null });
        using var raw = JsonDocument.Parse("""{"outcome":"Response completed"}""");
        _house.After.Report = new CalloutReport { CalloutId = SheetHouse.Id, Outcome = "Response completed", ResponseTime = TimeSpan.FromMinutes(4), Raw = raw.RootElement.Clone() };
        _house.After.Map = new CalloutMap("https://aura.example/map.svg", null);

        await Until.TrueAsync(async () =>
        {
            _house.Spine.Time.Advance(TimeSpan.FromSeconds(30));
            return await _house.ClosureAsync() is { IsComplete: true };
        });

        var closure = (await _house.ClosureAsync())!;
        Assert.Equal(("Response completed", 240, "https://aura.example/map.svg", null), (closure.Outcome, closure.ResponseSeconds, closure.MapUrl, closure.NextAttemptAt));
        Assert.Contains("Response completed", closure.Report, StringComparison.Ordinal);
        Assert.Contains(await _house.EntriesAsync(), entry => entry.Kind == EntryKind.ReportRead);
    }

    [Fact]
    public void Pause_Grows_AndEnds()
    {
        Assert.Equal(TimeSpan.FromSeconds(2), ClosureRules.PauseAfter(1));
        Assert.True(ClosureRules.PauseAfter(8) > ClosureRules.PauseAfter(7));
        Assert.Equal(TimeSpan.FromHours(1), ClosureRules.PauseAfter(ClosureRules.MostAttempts - 1));
        Assert.Null(ClosureRules.PauseAfter(ClosureRules.MostAttempts));
    }

    [Theory]
    [InlineData("iVBORw0KGgoAAAANSUhEUg==", "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==")]
    [InlineData("data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==", "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==")]
    [InlineData("<svg onload='x'/>", null)]
    [InlineData("data:image/svg+xml;base64,PHN2Zz4=", null)]
    [InlineData(null, null)]
    public void Picture_OnlyWhatIsPlainlyOne_IsShown(string? image, string? shown) => Assert.Equal(shown, ClosureRules.Picture(image));

    [Fact]
    public async Task Rate_AuraTakesIt_SendsItemsAndShowsWho()
    {
        var result = await Desk.RateAsync(Request(4, "Quick", null, new RatingItem { Id = 1, Description = "Arrived quickly" }), SheetHouse.Thandi);

        Assert.Equal((SendState.Sent, 4, "Thandi", "Arrived quickly"), (result.Closure!.RatingState, result.Closure.Rating, result.Closure.RatedBy, result.Closure.RatingItems));
        Assert.Equal((70L, 1L), (_house.After.Items.Single().RatingId, _house.After.Items.Single().ItemId));
    }

    [Fact]
    public async Task Rate_SomebodyElseRatedFirst_SendsNothingAndTellsBoth()
    {
        await Desk.RateAsync(Request(4, "Quick", null), SheetHouse.Thandi);

        var second = await Desk.RateAsync(Request(1, "Slow", null), SheetHouse.Sipho);

        Assert.Equal((RatingOutcome.Conflict, 4, "Thandi"), (second.Outcome, second.Closure!.Rating, second.Closure.RatedBy));
        Assert.Single(_house.After.Ratings);
        Assert.Equal(RatingOutcome.Asked, (await Desk.RateAsync(Request(1, "Slow", second.Closure.RatedAt), SheetHouse.Sipho)).Outcome);
    }

    [Fact]
    public async Task Rate_AnswerLost_IsUnknownAndNotRepeated()
    {
        _house.After.OnRate = _ => throw FakeExchange.Failure(AuraErrorKind.OutcomeUnknown);

        var result = await Desk.RateAsync(Request(4, "Quick", null), SheetHouse.Thandi);

        Assert.Equal(SendState.Unknown, result.Closure!.RatingState);
        Assert.Single(_house.After.Ratings);
        Assert.Contains(await _house.EntriesAsync(), entry => entry.Kind == EntryKind.RatingAnswerLost);
    }

    private RatingDesk Desk => _house.Get<RatingDesk>();

    private static RatingRequest Request(int stars, string details, DateTimeOffset? seen, params RatingItem[] items) => new(SheetHouse.Id, stars, details, null, items, seen);
}
