using System.Net;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

public sealed class PositionsTests : SimulatorTest
{
    private const string Position = """{"latitude":-26.2,"longitude":28.1,"accuracy":5}""";

    [Fact]
    public async Task Update_ActiveCallout_MovesIt()
    {
        var id = await RaiseForCustomerAsync();

        var answer = await PostAsync($"{Callouts}/{id}/location", Position);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotEmpty(answer.Message);
        var where = (await GetAsync($"{Callouts}/{id}")).Body.GetProperty("callout").GetProperty("incidentInformation")[0]
            .GetProperty("calloutCurrentLocation");
        Assert.Equal(("-26.2", "28.1"), (where.GetProperty("latitude").GetString(), where.GetProperty("longitude").GetString()));
        Assert.Equal(5, Host.State.Main.Callout(id)!.Position!.Accuracy);
    }

    [Fact]
    public async Task Update_BetweenSteps_DoesNotStopThem()
    {
        await using var receiver = await StartReceiverAsync("CALLOUT_OWNED");
        Host.Configure(static options => (options.AutoAdvance, options.Tempo.Owned) = (true, TimeSpan.FromMilliseconds(200)));
        var id = await RaiseForCustomerAsync();

        await PostAsync($"{Callouts}/{id}/location", Position);

        Assert.Equal("CALLOUT_OWNED", (await receiver.NextAsync()).Event);
    }

    [Fact]
    public async Task UpdateAndReturn_ActiveCallout_AnswersTheNestedView()
    {
        var id = await RaiseForCustomerAsync();

        var answer = await PostAsync($"{Callouts}/{id}/updateLocationAndReturnCallout", Position);

        var callout = answer.Body.GetProperty("callout");
        Assert.Equal(id, callout.GetProperty("id").GetInt64());
        Assert.Equal("-26.2", callout.GetProperty("incidentInformation")[0].GetProperty("calloutCurrentLocation").GetProperty("latitude").GetString());
    }

    [Theory]
    [InlineData("location")]
    [InlineData("updateLocationAndReturnCallout")]
    public async Task Update_ClosedCallout_Answers285WithItsState(string operation)
    {
        var id = await RaiseForCustomerAsync();
        Close(id);

        var answer = await PostAsync($"{Callouts}/{id}/{operation}", Position);

        Assert.Equal(285, (int)answer.Status);
        Assert.Equal("closed", answer.Body.GetProperty("callout").GetProperty("status").GetString());
        Assert.Equal("-26.1", Host.State.Main.Callout(id)!.Latitude);
    }

    [Theory]
    [InlineData("location")]
    [InlineData("updateLocationAndReturnCallout")]
    public async Task Update_Wrong_IsRefused(string operation)
    {
        var id = await RaiseForCustomerAsync();

        AssertRefused(HttpStatusCode.NotFound, await PostAsync($"{Callouts}/1/{operation}", Position));
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync($"{Callouts}/{id}/{operation}", """{"latitude":-26.2}"""), "longitude");
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(
            $"{Callouts}/{id}/{operation}", """{"latitude":-26.2,"longitude":281}"""), "between");
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(
            $"{Callouts}/{id}/{operation}", """{"latitude":"-26.2","longitude":28}"""), "number");
    }

    [Fact]
    public async Task UpdateAndReturn_Bare_AnswersFlatAlsoWhenClosed()
    {
        Host.Configure(static options => options.Dialect = Dialect.Bare);
        var id = await RaiseForCustomerAsync();

        var moved = await PostAsync($"{Callouts}/{id}/updateLocationAndReturnCallout", Position);
        Close(id);
        var closed = await PostAsync($"{Callouts}/{id}/location", Position);

        Assert.Equal(-26.2, moved.Body.GetProperty("latitude").GetDouble());
        Assert.Equal((285, "closed"), ((int)closed.Status, closed.Body.GetProperty("status").GetString()));
    }
}
