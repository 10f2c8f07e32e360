using System.Net;
using System.Text.Json;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

public sealed class SubscriptionsTests : SimulatorTest
{
    private const string Path = "/panic-api/v2/subscriptions";
    private const string Activation = """{"customerId":450008,"subscriptionTypeId":4}""";

    [Fact]
    public async Task Types_Listed_HaveTheNamedOnesAndTheQuickstartsId()
    {
        var types = (await GetAsync($"{Path}/subscriptionTypes")).Body.EnumerateArray().ToList();

        Assert.Contains(4, types.Select(type => type.GetProperty("id").GetInt64()));
        Assert.Superset(
            new HashSet<string> { "WEB_SIGNUP_SINGLE", "WEB_SIGNUP_FAMILY" },
            types.Select(type => type.GetProperty("value").GetString()!).ToHashSet());
    }

    [Fact]
    public async Task Activate_Wrapped_HasDatesAndNoStatus()
    {
        var answer = await PostAsync(
            Path,
            """{"customerId":450008,"subscriptionTypeId":2,"validFrom":"2020-06-01T00:00:00Z","validTo":"2120-06-01T00:00:00+02:00","dependantCustomerIds":[450007]}""");
        var subscription = answer.Body.GetProperty("subscription");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("2020-06-01T00:00:00.000Z", subscription.GetProperty("validFrom").GetString());
        Assert.Equal("2120-05-31T22:00:00.000Z", subscription.GetProperty("validTo").GetString());
        Assert.Equal(JsonValueKind.Null, subscription.GetProperty("CancelledDate").ValueKind);
        Assert.False(subscription.TryGetProperty("status", out _));
        Assert.Equal(450007, subscription.GetProperty("dependents")[0].GetProperty("id").GetInt64());
        await RaiseForCustomerAsync(UncoveredCustomer);
        await RaiseForCustomerAsync(450007);
    }

    [Fact]
    public async Task Bare_EachState_HasItsStatus()
    {
        Host.Configure(static options => options.Dialect = Dialect.Bare);

        Assert.Equal("active", await StatusOfAsync(8801));
        Assert.Equal("expired", await StatusOfAsync(8806));
        Assert.Equal("cancelled", await StatusOfAsync(8807));
        var pending = await PostAsync(Path, """{"customerId":450008,"subscriptionTypeId":4,"validFrom":"2120-01-01","validTo":"2121-01-01"}""");
        Assert.Equal("pending", pending.Body.GetProperty("status").GetString());
        Assert.Equal(0, pending.Body.GetProperty("dependantCustomerIds").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"subscriptionTypeId":4}""", "customerId", HttpStatusCode.BadRequest)]
    [InlineData("""{"customerId":450008}""", "subscriptionTypeId", HttpStatusCode.BadRequest)]
    [InlineData("""{"customerId":450008,"subscriptionTypeId":99}""", "subscriptionTypeId", HttpStatusCode.BadRequest)]
    [InlineData("""{"customerId":450008,"subscriptionTypeId":4,"validFrom":"2030-01-01","validTo":"2029-01-01"}""", "validTo", HttpStatusCode.BadRequest)]
    [InlineData("""{"customerId":450008,"subscriptionTypeId":4,"dependantCustomerIds":[1]}""", "dependant", HttpStatusCode.BadRequest)]
    [InlineData("""{"customerId":450008,"subscriptionTypeId":4,"dependantCustomerIds":["x"]}""", "integers", HttpStatusCode.BadRequest)]
    [InlineData("""{"customerId":1,"subscriptionTypeId":4}""", "Customer", HttpStatusCode.NotFound)]
    [InlineData("""{"customerId":450001,"subscriptionTypeId":4}""", "already", HttpStatusCode.Conflict)]
    public async Task Activate_Wrong_IsRefused(string body, string about, HttpStatusCode status) =>
        AssertRefused(status, await PostAsync(Path, body), about);

    [Fact]
    public async Task Lifecycle_ActivateRenewCancel_TellsTheWebhook()
    {
        await using var receiver = await StartReceiverAsync(
            "SUBSCRIPTION_CREATED", "SUBSCRIPTION_UPDATED", "SUBSCRIPTION_CANCELLED", "SUBSCRIPTION_CANCELLED_FAILED");

        var id = (await PostAsync(Path, Activation)).Body.GetProperty("subscription").GetProperty("id").GetInt64();
        var renewed = await PutAsync($"{Path}/{id}", """{"validTo":"2120-01-01T00:00:00Z"}""");
        var cancelled = await DeleteAsync($"{Path}/{id}");
        AssertRefused(HttpStatusCode.Conflict, await DeleteAsync($"{Path}/{id}"));

        Assert.Equal("2120-01-01T00:00:00.000Z", renewed.Body.GetProperty("subscription").GetProperty("validTo").GetString());
        Assert.Equal(HttpStatusCode.OK, cancelled.Status);
        var received = await receiver.NextAsync(4);
        Assert.Equal(
            ["SUBSCRIPTION_CREATED", "SUBSCRIPTION_UPDATED", "SUBSCRIPTION_CANCELLED", "SUBSCRIPTION_CANCELLED_FAILED"],
            received.Select(delivery => delivery.Event));
        Assert.Equal(JsonValueKind.String, received[2].Body.GetProperty("subscription").GetProperty("CancelledDate").ValueKind);
    }

    [Fact]
    public async Task Cancel_Subscription_EndsTheRightToRaise()
    {
        Assert.NotEmpty((await DeleteAsync($"{Path}/8801")).Message);

        AssertRefused(HttpStatusCode.Forbidden, await PostAsync($"{Customers}/{FirstCustomer}/callouts", LiveRaise), "subscription");
        Assert.Equal(
            JsonValueKind.String,
            (await GetAsync($"{Path}/8801")).Body.GetProperty("subscription").GetProperty("CancelledDate").ValueKind);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(Path, """{"customerId":450001,"subscriptionTypeId":4}""")).Status);
    }

    [Theory]
    [InlineData(8806)]
    [InlineData(8807)]
    public async Task Renew_LapsedOrCancelled_Answers400(long id) =>
        AssertRefused(HttpStatusCode.BadRequest, await PutAsync($"{Path}/{id}", """{"validTo":"2120-01-01"}"""), "revived");

    [Fact]
    public async Task GetRenewCancel_Unknown_Answer404()
    {
        AssertRefused(HttpStatusCode.NotFound, await GetAsync($"{Path}/1"));
        AssertRefused(HttpStatusCode.NotFound, await PutAsync($"{Path}/1", "{}"));
        AssertRefused(HttpStatusCode.NotFound, await DeleteAsync($"{Path}/1"));
        AssertRefused(HttpStatusCode.NotFound, await GetAsync($"{Customers}/1/subscriptions"));
    }

    [Fact]
    public async Task ListOfCustomer_MoreThan50In10Seconds_Answers429UntilTheyPass()
    {
        var list = $"{Customers}/{FirstCustomer}/subscriptions";
        for (var read = 0; read < 50; read++) Assert.Equal(8801, (await GetAsync(list)).Body[0].GetProperty("id").GetInt64());

        var refused = await GetAsync(list);
        AssertRefused(HttpStatusCode.TooManyRequests, refused);
        Assert.InRange(refused.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

        await PutAsync($"{Control}/options", """{"retryAfterHeader":false}""");
        var silent = await GetAsync(list);
        AssertRefused(HttpStatusCode.TooManyRequests, silent);
        Assert.Null(silent.RetryAfter);

        Time.Shift(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(list)).Status);
    }

    private async Task<string?> StatusOfAsync(long id) => (await GetAsync($"{Path}/{id}")).Body.GetProperty("status").GetString();
}
