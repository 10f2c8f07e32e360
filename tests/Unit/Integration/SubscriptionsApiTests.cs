using System.Net;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Integration.Fixtures;
using AuraConsole.Unit.Support;

namespace AuraConsole.Unit.Integration;

public sealed class SubscriptionsApiTests : IDisposable
{
    private const string OfCustomer = "GET /panic-api/v2/customers/178921/subscriptions";
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(10);

    private readonly AuraHarness _harness = new();

    private ISubscriptionsApi Api => _harness.Get<ISubscriptionsApi>();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Get_NewerDialect_DatesAndDependents()
    {
        _harness.Aura.Answer("GET /panic-api/v2/subscriptions/8811", $$"""{"subscription":{{CustomerFixtures.NewSubscription}}}""");

        var subscription = await Api.GetAsync(8811);

        Assert.Equal((8811L, 178921L, 4L), (subscription.Id, subscription.CustomerId, subscription.TypeId));
        Assert.Equal(new SubscriptionDependent(178922, "Sipho Nkosi"), Assert.Single(subscription.Dependents));
        Assert.True(subscription.IsActiveAt(CustomerFixtures.From));
    }

    [Theory]
    [InlineData("""{"id":1,"validFrom":"2026-01-01T00:00:00Z","validTo":"2026-12-31T00:00:00Z","CancelledDate":null}""", true)]
    [InlineData("""{"id":1,"validFrom":"2026-01-01T00:00:00Z","validTo":"2026-12-31T00:00:00Z"}""", true)]
    [InlineData("""{"id":1,"validFrom":"2026-06-01T00:00:00Z","validTo":"2026-06-01T00:00:00Z"}""", true)]
    [InlineData("""{"id":1,"validFrom":"2026-01-01T00:00:00Z","validTo":"2026-12-31T00:00:00Z","CancelledDate":"0001-01-01T00:00:00"}""", true)]
    [InlineData("""{"id":1,"validFrom":"2026-01-01T00:00:00Z","validTo":"2026-12-31T00:00:00Z","CancelledDate":"2026-05-01T00:00:00Z"}""", false)]
    [InlineData("""{"id":1,"validFrom":"2026-01-01T00:00:00Z","validTo":"2026-12-31T00:00:00Z","cancelledDate":"last week"}""", false)]
    [InlineData("""{"id":1,"validFrom":"2026-06-02T00:00:00Z","validTo":"2026-12-31T00:00:00Z"}""", false)]
    [InlineData("""{"id":1,"validFrom":"2026-01-01T00:00:00Z","validTo":"2026-05-31T00:00:00Z"}""", false)]
    [InlineData("""{"id":1,"validFrom":"2026-01-01T00:00:00Z","status":"active"}""", false)]
    [InlineData("""{"id":1,"status":"active"}""", false)]
    [InlineData("""{"id":1,"validFrom":"2026-01-01T00:00:00Z","validTo":"2026-12-31T00:00:00Z","status":"active"}""", true)]
    [InlineData("""{"id":1,"validFrom":"2026-01-01T00:00:00Z","validTo":"2026-12-31T00:00:00Z","status":"Cancelled"}""", false)]
    public async Task IsActiveAt_DatesAndCancellation_Only(string body, bool active)
    {
        _harness.Aura.Answer("GET /panic-api/v2/subscriptions/1", body);

        var subscription = await Api.GetAsync(1);

        Assert.Equal(active, subscription.IsActiveAt(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task ActivateAndRenew_DatesInUtcUnderTheDocumentedNames()
    {
        _harness.Aura.Answer("POST /panic-api/v2/subscriptions", CustomerFixtures.NewSubscription);
        _harness.Aura.Answer("PUT /panic-api/v2/subscriptions/8811", CustomerFixtures.NewSubscription);

        await Api.ActivateAsync(CustomerFixtures.Subscription);
        await Api.RenewAsync(8811, new RenewSubscription { ValidTo = CustomerFixtures.From.AddYears(2), DependentCustomerIds = [] });

        Assert.Equal(
            [
                """{"customerId":178921,"subscriptionTypeId":4,"validFrom":"2026-06-01T00:00:00Z","validTo":"2027-06-01T00:00:00Z","dependantCustomerIds":[178922]}""",
                """{"validTo":"2028-06-01T00:00:00Z","dependantCustomerIds":[]}""",
            ],
            _harness.Aura.Calls.Select(call => call.Body));
    }

    [Fact]
    public async Task Renew_NothingToChange_InvalidAndNotSent()
    {
        var failure = await Assert.ThrowsAsync<AuraApiException>(() => Api.RenewAsync(8811, new RenewSubscription()));

        Assert.Equal(AuraErrorKind.Invalid, failure.Kind);
        Assert.Empty(_harness.Aura.Calls);
    }

    [Fact]
    public async Task ListForCustomer_FiftyFirst_WaitsForItsTurn()
    {
        _harness.Aura.Answer(OfCustomer, "[]");
        for (var call = 0; call < 50; call++)
            await Api.ListForCustomerAsync(178921);

        var late = Api.ListForCustomerAsync(178921);
        await _harness.Time.TimerSetAsync(Stretch);

        Assert.Equal((50, false), (_harness.Aura.Calls.Count, late.IsCompleted));
        _harness.Time.Advance(Stretch);
        Assert.Empty(await late.WaitAsync(Stretch));
    }

    [Fact]
    public async Task ListForCustomer_429WithoutWords_RetriedAfterTheWholeStretch()
    {
        _harness.Aura.Answer(OfCustomer, """{"message":"Slow down"}""", HttpStatusCode.TooManyRequests).Answer(OfCustomer, "[]");
        await _harness.Tokens.GetAsync(CancellationToken.None);
        var started = _harness.Time.GetUtcNow();

        Assert.Empty(await _harness.PassTimeAsync(Api.ListForCustomerAsync(178921)));

        Assert.Equal(2, _harness.Aura.Calls.Count);
        Assert.True(_harness.Time.GetUtcNow() - started >= Stretch);
    }

    [Fact]
    public async Task Window_TurnTooFarAway_RateLimitedWithTheWait()
    {
        var time = new ManualTimeProvider();
        var window = new CallWindow(1, Stretch, time);
        Task[] entered = [.. Enumerable.Range(0, 4).Select(_ => window.EnterAsync(CancellationToken.None))];

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => window.EnterAsync(CancellationToken.None));

        Assert.Equal((AuraErrorKind.RateLimited, TimeSpan.FromSeconds(40)), (failure.Kind, failure.RetryAfter));
        Assert.Equal([true, false, false, false], entered.Select(turn => turn.IsCompleted));
        time.Advance(TimeSpan.FromSeconds(30));
        await Task.WhenAll(entered).WaitAsync(Stretch);
    }

    [Fact]
    public async Task Window_429_HoldsBackEverybodyForAsLongAsAsked()
    {
        var time = new ManualTimeProvider();
        var window = new CallWindow(50, Stretch, time);
        using var refusal = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        refusal.Headers.RetryAfter = new(TimeSpan.FromSeconds(3));

        window.Heed(refusal);
        var turn = window.EnterAsync(CancellationToken.None);

        Assert.False(turn.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(3));
        await turn.WaitAsync(Stretch);
    }

    [Fact]
    public async Task Window_GivenUpByTheCaller_Cancelled()
    {
        using var gaveUp = new CancellationTokenSource();
        var window = new CallWindow(1, Stretch, new ManualTimeProvider());
        await window.EnterAsync(gaveUp.Token);

        var turn = window.EnterAsync(gaveUp.Token);
        await gaveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn.WaitAsync(Stretch));
    }
}
