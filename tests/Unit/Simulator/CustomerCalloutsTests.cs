using System.Net;
using System.Text.Json;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

public sealed class CustomerCalloutsTests : SimulatorTest
{
    private static readonly string Raise = $"{Customers}/{FirstCustomer}/callouts";

    [Fact]
    public async Task Raise_RightBody_AnswersTheEnvelopeWithTrackingLink()
    {
        var answer = await PostAsync(
            Raise, """{"location":{"latitude":-26.12345,"longitude":28.12345},"responseTypeId":2,"calloutClassificationId":2,"internalTest":true}""");
        var callout = answer.Body.GetProperty("callout");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((FirstCustomer, -26.12345), (callout.GetProperty("customerId").GetInt64(), callout.GetProperty("latitude").GetDouble()));
        Assert.Equal(JsonValueKind.Null, callout.GetProperty("predefinedLocationId").ValueKind);
        Assert.Equal(2, callout.GetProperty("responseTypeId").GetInt32());
        Assert.Contains("/track/", callout.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.True(Host.State.Main.Callouts[0].InternalTest);
    }

    [Fact]
    public async Task Raise_WithActiveCallout_AnswersThatOne()
    {
        var first = await RaiseForCustomerAsync();
        var site = await RaiseAsync();

        Assert.Equal(first, await RaiseForCustomerAsync());
        Assert.NotEqual(first, site);
        await PostAsync($"{Callouts}/{first}/cancel");
        Assert.NotEqual(first, await RaiseForCustomerAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"latitude":-26.1,"longitude":28.05,"responseTypeId":1}""")]
    [InlineData("""{"location":{"latitude":-26.1},"responseTypeId":1}""")]
    [InlineData("""{"location":{"latitude":"-26.1","longitude":"28.05"},"responseTypeId":1}""")]
    [InlineData("""{"location":{"latitude":-126.1,"longitude":28.05},"responseTypeId":1}""")]
    [InlineData("""{"location":{"latitude":-26.1,"longitude":28.05,"accuracy":-1},"responseTypeId":1}""")]
    [InlineData("""{"location":{"latitude":-26.1,"longitude":28.05}}""")]
    [InlineData("""{"location":{"latitude":-26.1,"longitude":28.05},"responseTypeId":99}""")]
    public async Task Raise_WrongBody_Answers400(string body)
    {
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(Raise, body));

        Assert.Empty(Host.State.Main.Callouts);
    }

    [Theory]
    [InlineData(450006)]
    [InlineData(450007)]
    [InlineData(UncoveredCustomer)]
    public async Task Raise_WithoutActiveSubscription_Answers403(long customerId) =>
        AssertRefused(HttpStatusCode.Forbidden, await PostAsync($"{Customers}/{customerId}/callouts", LiveRaise), "subscription");

    [Fact]
    public async Task Raise_UnknownCustomer_Answers404() =>
        AssertRefused(HttpStatusCode.NotFound, await PostAsync($"{Customers}/1/callouts", LiveRaise));

    [Fact]
    public async Task Raise_Bare_TakesFlatCoordinatesAndAnswersFlat()
    {
        Host.Configure(static options => options.Dialect = Dialect.Bare);

        var answer = await PostAsync(Raise, """{"latitude":-26.1,"longitude":28.05,"responseTypeId":1}""");

        Assert.Equal(FirstCustomer, answer.Body.GetProperty("customerId").GetInt64());
        Assert.Equal("created", answer.Body.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Lifecycle_AutomaticSteps_AreThoseOfASite()
    {
        await using var receiver = await StartReceiverAsync("NEW_CALLOUT", "RESPONDER_ACKNOWLEDGED_CALLOUT", "CALLOUT_CLOSED");
        Host.Configure(static options => (options.AutoAdvance, options.Tempo.Every) = (true, TimeSpan.FromMilliseconds(1)));

        var id = await RaiseForCustomerAsync();

        var received = await receiver.NextAsync(3);
        Assert.Equal(["NEW_CALLOUT", "RESPONDER_ACKNOWLEDGED_CALLOUT", "CALLOUT_CLOSED"], received.Select(delivery => delivery.Event));
        Assert.Equal("-26.1", received[0].Incident.GetProperty("calloutCurrentLocation").GetProperty("latitude").GetString());
        Assert.Equal("closed", await StatusAsync(id));
    }

    [Fact]
    public async Task ListActive_OfCustomer_HasTheirsOnly()
    {
        var id = await RaiseForCustomerAsync();
        await RaiseForCustomerAsync(FirstCustomer + 1);

        var list = await GetAsync($"{Raise}/activeCallouts");

        Assert.Equal([id], list.Body.EnumerateArray().Select(callout => callout.GetProperty("id").GetInt64()));
        Close(id);
        Assert.Equal(0, (await GetAsync($"{Raise}/activeCallouts")).Body.GetArrayLength());
        AssertRefused(HttpStatusCode.NotFound, await GetAsync($"{Customers}/1/callouts/activeCallouts"));
    }

    [Fact]
    public async Task TrackingLink_OfACustomersCallout_IsShown()
    {
        var id = await RaiseForCustomerAsync();

        Assert.Contains("position", (await GetAsync($"/track/{id}", token: "")).Text, StringComparison.Ordinal);
        var shown = (await GetAsync($"{Control}/callouts")).Body[0];
        Assert.Equal((FirstCustomer, "Lindiwe Nkosi"), (shown.GetProperty("customerId").GetInt64(), shown.GetProperty("customer").GetString()));
    }
}
