using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Contract;

/// <summary>Report, map and ratings (page: callout lifecycle; api reference: callout ratings).</summary>
public sealed class AfterClosureContractTests(BothHouses houses) : ContractTest(houses)
{
    [Theory, BothDialects]
    public async Task Report_BeforeClosure_404WithWords(Dialect dialect)
    {
        var id = (await In(dialect).RaiseAsync()).Id;

        await House.RefusedAsync(AuraErrorKind.NotFound, 404, () => In(dialect).Aura.AfterClosure.ReportAsync(id));
    }

    [Theory, BothDialects]
    public async Task Map_BeforeClosure_404WithWords(Dialect dialect)
    {
        var id = (await In(dialect).RaiseAsync()).Id;

        await House.RefusedAsync(AuraErrorKind.NotFound, 404, () => In(dialect).Aura.AfterClosure.MapAsync(id));
    }

    [Theory, BothDialects]
    public async Task Report_Closed_OutcomeTimesAndResponder(Dialect dialect)
    {
        var house = In(dialect);
        var id = (await house.RaiseAsync()).Id;
        foreach (var seconds in new[] { 4, 6, 20, 30, 100 })
        {
            house.Time.Shift(TimeSpan.FromSeconds(seconds));
            house.Server.Step(id);
        }

        var report = await house.Aura.AfterClosure.ReportAsync(id);

        var kept = house.Main.Callout(id)!;
        Assert.Equal((id, "Response completed"), (report.CalloutId, report.Outcome));
        AssertAbout(kept.ArrivedAt - kept.CreatedAt, report.ResponseTime);
        AssertAbout(kept.CompletedAt - kept.CreatedAt, report.ResolutionTime);
        AssertAbout(kept.ClosedAt - kept.CreatedAt, report.ClosedAt - report.CreatedAt);
        Assert.Equal(kept.Responder!.Callsign, Assert.Single(report.Dispatches).Callsign);
    }

    [Theory, BothDialects]
    public async Task Report_Cancelled_NoTimes(Dialect dialect)
    {
        var house = In(dialect);
        var id = (await house.RaiseAsync()).Id;
        await house.Aura.Callouts.CancelAsync(id);
        house.Close(id);

        var report = await house.Aura.AfterClosure.ReportAsync(id);

        Assert.Equal(("Cancelled", null, null), (report.Outcome, report.ResponseTime, report.ResolutionTime));
    }

    [Theory, BothDialects]
    public async Task Map_Closed_AnAddressThatAnswers(Dialect dialect)
    {
        var house = In(dialect);
        var id = (await house.RaiseAsync()).Id;
        house.Close(id);

        var map = await house.Aura.AfterClosure.MapAsync(id);

        using var http = new HttpClient();
        Assert.Contains("<svg", await http.GetStringAsync(map.Url), StringComparison.Ordinal);
    }

    [Theory, BothDialects]
    public async Task Rate_BeforeClosure_400(Dialect dialect)
    {
        var id = (await In(dialect).RaiseAsync()).Id;

        await House.RefusedAsync(
            AuraErrorKind.Invalid, 400, () => In(dialect).Aura.AfterClosure.RateAsync(new RateCallout { CalloutId = id, Rating = 4 }));
    }

    [Theory, BothDialects]
    public async Task Rate_Closed_KeptAndAnsweredAndReplaced(Dialect dialect)
    {
        var house = In(dialect);
        var id = (await house.RaiseAsync()).Id;
        house.Close(id);

        var first = await house.Aura.AfterClosure.RateAsync(new RateCallout { CalloutId = id, Rating = 2 });
        var second = await house.Aura.AfterClosure.RateAsync(
            new RateCallout { CalloutId = id, Rating = 5, Details = "Quick", MayBeContacted = true });

        var kept = house.Main.Dossier(id).Rating!;
        Assert.Equal((5L, "Quick", true), (kept.Rating, kept.Details, kept.MayBeContacted));
        Assert.Equal((first.Id, id, 5, "Quick"), (second.Id, second.CalloutId, second.Rating, second.Details));
    }

    [Theory, BothDialects]
    public async Task RateItem_FromTheList_KeptOnceHoweverOftenItIsSent(Dialect dialect)
    {
        var house = In(dialect);
        var id = (await house.RaiseAsync()).Id;
        house.Close(id);
        var rating = await house.Aura.AfterClosure.RateAsync(new RateCallout { CalloutId = id, Rating = 4 });
        var offered = (await house.Aura.AfterClosure.ListRatingItemsAsync())[0];
        var item = new RateItem
        {
            RatingId = rating.Id!.Value,
            Description = offered.Description!,
            ItemId = offered.Id,
            Item = offered.Item,
            Sentiment = offered.Sentiment,
        };

        var first = await house.Aura.AfterClosure.RateItemAsync(item);
        var again = await house.Aura.AfterClosure.RateItemAsync(item);

        var kept = Assert.Single(house.Main.Dossier(id).Items);
        Assert.Equal((offered.Id, offered.Item, "positive"), (kept.ItemId, kept.Item, kept.Sentiment));
        Assert.Equal((first.Id, rating.Id), (again.Id, again.RatingId));
    }

    [Theory, BothDialects]
    public async Task ListRatingItems_Offered_WithWordsAndSentiment(Dialect dialect)
    {
        var items = await In(dialect).Aura.AfterClosure.ListRatingItemsAsync();

        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.True(item is { Id: not null, RatingId: null, Description: not null, Sentiment: not null }));
    }

    private static void AssertAbout(TimeSpan? expected, TimeSpan? actual) =>
        Assert.InRange((actual - expected)!.Value, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
}
