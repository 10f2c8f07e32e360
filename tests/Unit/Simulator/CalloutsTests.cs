using System.Net;
using System.Text.Json;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

public sealed class CalloutsTests : SimulatorTest
{
    protected override void Prepare(SimulatorOptions options) => options.ExtraClients["other"] = "other-secret";

    [Fact]
    public async Task Raise_EmptyBody_AnswersTheDocumentedEnvelope()
    {
        var answer = await SendAsync(HttpMethod.Post, RaisePath("SITE-0001"));
        var callout = answer.Body.GetProperty("callout");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("SITE-0001", answer.Body.GetProperty("externalReferenceId").GetString());
        Assert.Equal("created", callout.GetProperty("status").GetString());
        Assert.Equal(120001, callout.GetProperty("predefinedLocationId").GetInt64());
        Assert.Equal(JsonValueKind.Number, callout.GetProperty("latitude").ValueKind);
        Assert.InRange(callout.GetProperty("id").GetInt64(), 1, int.MaxValue);
    }

    [Fact]
    public async Task Raise_OptionalMembers_AreKept()
    {
        var answer = await PostAsync(
            RaisePath("SITE-0001"), """{"responseTypeId":2,"calloutClassificationId":2,"internalTest":true,"installerIdentifier":"inst-1"}""");
        var callout = Host.State.Main.Callout(answer.Body.GetProperty("callout").GetProperty("id").GetInt64())!;

        Assert.Equal("inst-1", answer.Body.GetProperty("installerIdentifier").GetString());
        Assert.Equal((2, 2, true), (callout.ResponseTypeId, callout.ClassificationId, callout.InternalTest));
    }

    [Theory]
    [InlineData("""{"responseTypeId":"2"}""")]
    [InlineData("""{"internalTest":1}""")]
    [InlineData("[]")]
    public async Task Raise_WrongMember_Answers400(string body)
    {
        var answer = await PostAsync(RaisePath("SITE-0001"), body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Message);
        Assert.Empty(Host.State.Main.Callouts);
    }

    [Fact]
    public async Task Raise_ResponseTypeRequired_Answers400WithoutIt()
    {
        Host.Configure(options => options.RequireResponseType = true);

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(RaisePath("SITE-0001"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(RaisePath("SITE-0001"), """{"responseTypeId":1}""")).Status);
    }

    [Fact]
    public async Task Raise_UnknownReference_Answers400WithMessage()
    {
        var answer = await PostAsync(RaisePath("nowhere"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("external reference", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b c")]
    [InlineData("50%2F")]
    [InlineData("é&?#+")]
    public async Task Raise_ReferenceWithOddCharacters_FindsItsSite(string reference)
    {
        await PostAsync(Sites, $$"""{"externalReferenceId":"{{reference}}","locationIdentifier":"x","latitude":"1","longitude":"1"}""");

        var answer = await PostAsync(RaisePath(reference));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(reference, answer.Body.GetProperty("externalReferenceId").GetString());
    }

    [Fact]
    public async Task Raise_SiteWithActiveCallout_AnswersThatCallout()
    {
        Assert.Equal(await RaiseAsync(), await RaiseAsync());
        Assert.Single(Host.State.Main.Callouts);
    }

    [Fact]
    public async Task Raise_ServerThatMakesASecond_AnswersANewCallout()
    {
        await PutAsync($"{Control}/options", """{"reuseActiveCallout":false}""");

        Assert.NotEqual(await RaiseAsync(), await RaiseAsync());
        Assert.Equal(2, (await GetAsync("/panic-api/v2/callouts/activeCallouts")).Body.GetArrayLength());
    }

    [Fact]
    public async Task Get_DispatchedCallout_HasNestedIncidentInformation()
    {
        var id = await RaiseAsync();
        Host.Step(id);
        Host.Step(id);

        var callout = (await GetAsync($"/panic-api/v2/callouts/{id}")).Body.GetProperty("callout");
        var incident = callout.GetProperty("incidentInformation")[0];

        Assert.Equal("Responder Dispatched", callout.GetProperty("status").GetString());
        Assert.Equal("SECURITY", incident.GetProperty("responseType").GetProperty("value").GetString());
        Assert.Equal(JsonValueKind.String, incident.GetProperty("calloutCurrentLocation").GetProperty("latitude").ValueKind);
        Assert.NotEmpty(incident.GetProperty("responder").GetProperty("name").GetString()!);
        Assert.True(incident.GetProperty("eta").GetInt32() > 0);
        Assert.Equal(JsonValueKind.Null, incident.GetProperty("arrivedAt").ValueKind);
        Assert.False(callout.TryGetProperty("url", out _));
    }

    [Fact]
    public async Task Cancel_ActiveCallout_StandsDownThenCloses()
    {
        var id = await RaiseAsync();

        var answer = await PostAsync($"/panic-api/v2/callouts/{id}/cancel", """{"safeCode":"4411"}""");

        Assert.Equal("Responder Cancelled", answer.Body.GetProperty("callout").GetProperty("status").GetString());
        Assert.Equal("4411", Host.State.Main.Callout(id)!.SafeCode);
        Assert.Equal("closed", Host.Step(id)!.Status);
        Assert.Equal(0, (await GetAsync("/panic-api/v2/callouts/activeCallouts")).Body.GetArrayLength());

        var closed = await PostAsync($"/panic-api/v2/callouts/{id}/cancel");
        Assert.Equal(HttpStatusCode.BadRequest, closed.Status);
        Assert.NotEmpty(closed.Message);
    }

    [Fact]
    public async Task GetAndCancel_UnknownCallout_Answer404()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/panic-api/v2/callouts/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/panic-api/v2/callouts/1/cancel")).Status);
    }

    [Fact]
    public async Task OtherSource_ForeignIds_Answer404()
    {
        var id = await RaiseAsync();
        var other = await TokenAsync("other", "other-secret");

        Assert.Equal(0, (await GetAsync(Sites, other)).Body.GetArrayLength());
        Assert.Equal(0, (await GetAsync("/panic-api/v2/callouts/activeCallouts", other)).Body.GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"{Sites}/120001", other)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/panic-api/v2/callouts/{id}", other)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync($"/panic-api/v2/callouts/{id}/cancel", token: other)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(RaisePath("SITE-0001"), token: other)).Status);
        Assert.Equal("created", await StatusAsync(id));
    }

    [Fact]
    public async Task Ids_AfterARestart_DoNotRepeat()
    {
        var ids = new List<long>();
        for (var site = 1; site <= 20; site++) ids.Add(Host.Raise($"SITE-{site:0000}")!.Id);

        await using var restarted = await SimulatorHost.StartAsync(new SimulatorOptions { Url = "http://127.0.0.1:0" });

        Assert.DoesNotContain(restarted.Raise("SITE-0001")!.Id, ids);
    }

    [Fact]
    public async Task TrackingLink_OfANewCallout_ShowsItsStatus()
    {
        var url = (await PostAsync(RaisePath("SITE-0001"))).Body.GetProperty("callout").GetProperty("url").GetString()!;

        Assert.StartsWith(Host.Url.AbsoluteUri, url, StringComparison.Ordinal);
        var page = await GetAsync(new Uri(url).AbsolutePath, token: "");
        Assert.Contains("created", page.Text, StringComparison.Ordinal);
        Assert.Contains("nothing here is real", page.Text, StringComparison.Ordinal);
    }
}
