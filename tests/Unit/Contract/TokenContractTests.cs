using AuraConsole.Integration.Api;
using AuraConsole.Integration.Http;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Contract;

/// <summary>Server tokens and callout-scoped ones (api reference: authentication).</summary>
public sealed class TokenContractTests(BothHouses houses) : ContractTest(houses)
{
    private const string TokenPath = "/panic-api/v2/oauth/token";
    private const string LiveRaise = """{"location":{"latitude":-26.1,"longitude":28.05,"accuracy":10},"responseTypeId":1}""";

    [Theory, BothDialects]
    public async Task Token_ManyCalls_FetchedOnce(Dialect dialect)
    {
        await using var house = await House.StartAsync(dialect);

        for (var call = 0; call < 5; call++) await house.Aura.Callouts.ListActiveAsync();

        Assert.Equal(1, house.Asked("POST", TokenPath, 200));
    }

    [Theory, BothDialects]
    public async Task Token_OverAtAura_RefreshedOnceAndTheCallSentAgain(Dialect dialect)
    {
        await using var house = await House.StartAsync(dialect);
        var callout = await house.RaiseAsync();

        house.Time.Shift(house.Server.Options.TokenLifetime + TimeSpan.FromSeconds(1));
        var cancelled = await house.Aura.Callouts.CancelAsync(callout.Id);

        Assert.NotNull(cancelled);
        Assert.Equal(2, house.Asked("POST", TokenPath, 200));
        Assert.Equal((1, 1), (house.Asked("POST", Cancel(callout.Id), 401), house.Asked("POST", Cancel(callout.Id), 200)));
    }

    [Theory, BothDialects]
    public async Task Token_RevokedUnderManyCalls_RefreshedOnce(Dialect dialect)
    {
        await using var house = await House.StartAsync(dialect);
        using var other = new AuraClient(house.Server.Url, house.Server.Options.ClientId, house.Server.Options.ClientSecret);
        await other.Callouts.ListActiveAsync();
        house.Server.Faults.ExpireTokens();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => other.Callouts.ListActiveAsync()));

        Assert.Equal(2, house.Asked("POST", TokenPath, 200));
    }

    [Theory, BothDialects]
    public async Task Credentials_Wrong_UnauthorisedWithWords(Dialect dialect)
    {
        using var wrong = new AuraClient(In(dialect).Server.Url, In(dialect).Server.Options.ClientId, "not-the-secret");

        await House.RefusedAsync(AuraErrorKind.Unauthorised, 401, () => wrong.Callouts.ListActiveAsync());
    }

    [Theory, BothDialects]
    public async Task CalloutToken_ItsCustomersCallouts_AndNothingElse(Dialect dialect)
    {
        var house = In(dialect);
        var (mine, theirs) = (await house.NewCustomerAsync(), await house.NewCustomerAsync());

        var token = await house.Aura.Get<ICalloutTokensApi>().IssueAsync(mine.Id);

        Assert.Equal(mine.Id, token.CustomerId);
        Assert.InRange(token.ExpiresAt, DateTimeOffset.UtcNow.AddMinutes(50), DateTimeOffset.UtcNow.AddMinutes(61));
        Assert.Equal(200, await StatusAsync("POST", Raise(mine.Id), LiveRaise));
        var raised = house.Main.ActiveCallouts.Single(callout => callout.CustomerId == mine.Id);
        Assert.Equal(200, await StatusAsync("POST", $"/panic-api/v2/callouts/{raised.Id}/location", """{"latitude":-26,"longitude":28}"""));
        Assert.Equal(200, await StatusAsync("POST", Cancel(raised.Id), "{}"));
        Assert.Equal(401, await StatusAsync("POST", Raise(theirs.Id), LiveRaise));
        Assert.Equal(401, await StatusAsync("GET", $"/panic-api/v2/customers/{mine.Id}"));
        Assert.Equal(401, await StatusAsync("GET", "/panic-api/v2/callouts/activeCallouts"));

        async Task<int> StatusAsync(string method, string path, string? body = null)
        {
            var (status, message) = await house.SendAsync(method, path, body, token.Value);
            Assert.True(status == 200 || message != "", $"{method} {path} was refused without words.");
            return status;
        }
    }

    [Theory, BothDialects]
    public Task CalloutToken_UnknownCustomer_404(Dialect dialect) => House.RefusedAsync(
        AuraErrorKind.NotFound, 404, () => In(dialect).Aura.Get<ICalloutTokensApi>().IssueAsync(999));

    private static string Raise(long customerId) => $"/panic-api/v2/customers/{customerId}/callouts";

    private static string Cancel(long calloutId) => $"/panic-api/v2/callouts/{calloutId}/cancel";
}
