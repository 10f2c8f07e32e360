using System.Net;
using System.Text.Json;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

public sealed class DialectTests : SimulatorTest
{
    protected override void Prepare(SimulatorOptions options) => options.Dialect = Dialect.Bare;

    [Fact]
    public async Task Token_Bare_IsSnakeCase()
    {
        var answer = await PostAsync("/panic-api/v2/oauth/token", """{"clientId":"simulator","clientSecret":"simulator-secret"}""", token: "");

        Assert.Equal("Bearer", answer.Body.GetProperty("token_type").GetString());
        Assert.Equal(3600, answer.Body.GetProperty("expires_in").GetInt32());
        Assert.False(answer.Body.TryGetProperty("accessToken", out _));
    }

    [Fact]
    public async Task Callout_Bare_IsFlatEverywhere()
    {
        var raised = (await PostAsync(RaisePath("SITE-0001"))).Body;
        var id = raised.GetProperty("id").GetInt64();
        Host.Step(id);
        Host.Step(id);

        var read = (await GetAsync($"/panic-api/v2/callouts/{id}")).Body;
        var cancelled = (await PostAsync($"/panic-api/v2/callouts/{id}/cancel")).Body;

        Assert.False(raised.TryGetProperty("callout", out _));
        Assert.Equal("Responder Dispatched", read.GetProperty("status").GetString());
        Assert.Equal(120001, read.GetProperty("predefinedLocationId").GetInt64());
        Assert.False(read.TryGetProperty("incidentInformation", out _));
        Assert.Equal("Responder Dispatched", cancelled.GetProperty("status").GetString());
        Assert.Equal("Responder Cancelled", Host.State.Main.Callout(id)!.Status);
    }

    [Fact]
    public async Task Site_OlderBody_IsAcceptedAndShownWithNumbers()
    {
        var answer = await PostAsync(
            Sites, """{"name":"Dock","externalReferenceId":"dock","latitude":-33.9,"longitude":18.4,"address":"9 Dock Road"}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Dock", answer.Body.GetProperty("name").GetString());
        Assert.Equal(-33.9, answer.Body.GetProperty("latitude").GetDouble());
        Assert.Equal("9 Dock Road", answer.Body.GetProperty("address").GetString());
    }

    [Fact]
    public async Task Site_NewerBody_IsAcceptedToo()
    {
        var answer = await PostAsync(
            Sites,
            """{"externalReferenceId":"d","locationIdentifier":"d","locationDescription":"Dock","latitude":"1","longitude":"2"}""");

        Assert.Equal("Dock", answer.Body.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Number, answer.Body.GetProperty("longitude").ValueKind);
    }

    [Fact]
    public async Task Dialect_ChangedAtRunTime_AppliesToTheNextAnswer()
    {
        await PutAsync($"{Control}/options", """{"dialect":"Wrapped"}""");

        Assert.True((await PostAsync(RaisePath("SITE-0001"))).Body.TryGetProperty("callout", out _));
    }
}
