using System.Net;
using System.Text.Json;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

public sealed class SitesTests : SimulatorTest
{
    private const string Depot = """
        {"externalReferenceId":"depot","locationIdentifier":"depot","locationDescription":"Harbour Depot","latitude":"-33.90510",
         "longitude":"18.42010","formattedAddress":"9 Dock Road","calloutLocationTypeId":3,"w3w":"a.b.c"}
        """;

    [Fact]
    public async Task List_FirstStart_HasTheSeededSites()
    {
        var list = (await GetAsync(Sites)).Body;

        Assert.Equal(40, list.GetArrayLength());
        Assert.Equal(120001, list[0].GetProperty("id").GetInt64());
        Assert.Equal("SITE-0001", list[0].GetProperty("externalReferenceId").GetString());
        Assert.Equal(40, list.EnumerateArray().Select(site => site.GetProperty("externalReferenceId").GetString()).Distinct().Count());
        foreach (var city in new[] { "Johannesburg", "Cape Town", "Durban" })
        {
            Assert.Contains(list.EnumerateArray(), site => site.GetProperty("formattedAddress").GetString()!.EndsWith(city, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task List_AnotherStart_HasTheSameSites()
    {
        await using var other = await SimulatorHost.StartAsync(new SimulatorOptions { Url = "http://127.0.0.1:0" });

        Assert.Equal(
            Host.State.Main.Sites.Select(site => (site.Id, site.Reference, site.Name, site.Address, site.Latitude, site.Longitude)),
            other.State.Main.Sites.Select(site => (site.Id, site.Reference, site.Name, site.Address, site.Latitude, site.Longitude)));
    }

    [Fact]
    public async Task Create_FullBody_EchoesItWithDottedKeys()
    {
        var answer = await PostAsync(Sites, Depot);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("-33.90510", answer.Body.GetProperty("latitude").GetString());
        Assert.Equal("Harbour Depot", answer.Body.GetProperty("locationDescription").GetString());
        Assert.Equal(3, answer.Body.GetProperty("calloutLocationTypeId").GetInt32());
        Assert.Equal(3, answer.Body.GetProperty("calloutLocationType.id").GetInt32());
        Assert.Equal(JsonValueKind.String, answer.Body.GetProperty("calloutLocationType.createdAt").ValueKind);
        Assert.EndsWith("Z", answer.Body.GetProperty("createdAt").GetString(), StringComparison.Ordinal);
        Assert.Equal(answer.Text, (await GetAsync($"{Sites}/{answer.Body.GetProperty("id")}")).Text);
    }

    [Fact]
    public async Task Create_NumberCoordinatesNoType_IsAcceptedWithNullType()
    {
        var answer = await PostAsync(Sites, """{"externalReferenceId":"n","locationIdentifier":"n","latitude":-26.1,"longitude":28}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("-26.1", answer.Body.GetProperty("latitude").GetString());
        Assert.Equal(JsonValueKind.Null, answer.Body.GetProperty("calloutLocationType.id").ValueKind);
    }

    [Fact]
    public async Task Create_StatusSwitched_Answers201()
    {
        await PutAsync($"{Control}/options", """{"createStatus":201}""");

        Assert.Equal(HttpStatusCode.Created, (await PostAsync(Sites, Depot)).Status);
    }

    [Theory]
    [InlineData("""{"locationIdentifier":"x","latitude":"1","longitude":"1"}""", "externalReferenceId")]
    [InlineData("""{"externalReferenceId":" ","locationIdentifier":"x","latitude":"1","longitude":"1"}""", "externalReferenceId")]
    [InlineData("""{"externalReferenceId":7,"locationIdentifier":"x","latitude":"1","longitude":"1"}""", "externalReferenceId")]
    [InlineData("""{"externalReferenceId":"x","latitude":"1","longitude":"1"}""", "locationIdentifier")]
    [InlineData("""{"externalReferenceId":"x","locationIdentifier":"x","longitude":"1"}""", "latitude")]
    [InlineData("""{"externalReferenceId":"x","locationIdentifier":"x","latitude":"north","longitude":"1"}""", "latitude")]
    [InlineData("""{"externalReferenceId":"x","locationIdentifier":"x","latitude":"90.1","longitude":"1"}""", "latitude")]
    [InlineData("""{"externalReferenceId":"x","locationIdentifier":"x","latitude":"NaN","longitude":"1"}""", "latitude")]
    [InlineData("""{"externalReferenceId":"x","locationIdentifier":"x","latitude":"1"}""", "longitude")]
    [InlineData("""{"externalReferenceId":"x","locationIdentifier":"x","latitude":"1","longitude":-180.5}""", "longitude")]
    [InlineData("""{"externalReferenceId":"x","locationIdentifier":"x","latitude":"1","longitude":"1","calloutLocationTypeId":"3"}""", "calloutLocationTypeId")]
    [InlineData("{", "JSON")]
    [InlineData("", "required")]
    public async Task CreateAndUpdate_WrongBody_Answer400WithMessage(string body, string about)
    {
        var created = await PostAsync(Sites, body);
        var updated = await PutAsync($"{Sites}/120001", body);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (created.Status, updated.Status));
        Assert.Contains(about, created.Message, StringComparison.Ordinal);
        Assert.Contains(about, updated.Message, StringComparison.Ordinal);
        Assert.Equal(40, Host.State.Main.Sites.Count);
    }

    [Fact]
    public async Task Create_ReferenceTaken_Answers409()
    {
        await PostAsync(Sites, Depot);

        var again = await PostAsync(Sites, Depot);

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("depot", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_KnownSite_ReplacesEverything()
    {
        var answer = await PutAsync(
            $"{Sites}/120001", """{"externalReferenceId":"SITE-0001","locationIdentifier":"SITE-0001","latitude":"-26","longitude":"28"}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(120001, answer.Body.GetProperty("id").GetInt64());
        Assert.Equal(JsonValueKind.Null, answer.Body.GetProperty("formattedAddress").ValueKind);
    }

    [Fact]
    public async Task Update_UnknownOrTakenReference_Answers404Or409()
    {
        var taken = Depot.Replace("\"depot\"", "\"SITE-0002\"", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync($"{Sites}/5", Depot)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await PutAsync($"{Sites}/120001", taken)).Status);
    }

    [Fact]
    public async Task Delete_KnownSite_IsGoneAndCannotBeRaisedFor()
    {
        var deleted = await SendAsync(HttpMethod.Delete, $"{Sites}/120001");

        Assert.Equal(HttpStatusCode.OK, deleted.Status);
        Assert.NotEmpty(deleted.Message);
        Assert.Equal(39, (await GetAsync(Sites)).Body.GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"{Sites}/120001")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Delete, $"{Sites}/120001")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(RaisePath("SITE-0001"))).Status);
    }

    [Fact]
    public async Task Create_ReferenceOfADeletedSite_MakesANewSite()
    {
        var first = (await PostAsync(Sites, Depot)).Body.GetProperty("id").GetInt64();
        await SendAsync(HttpMethod.Delete, $"{Sites}/{first}");

        var second = await PostAsync(Sites, Depot);

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.NotEqual(first, second.Body.GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task Create_BodyTooLarge_Answers413()
    {
        var answer = await PostAsync(Sites, $$"""{"w3w":"{{new string('x', 300_000)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
    }

    [Fact]
    public async Task List_Wrapped_ComesInAnEnvelope()
    {
        await PutAsync($"{Control}/options", """{"wrapLists":true}""");

        Assert.Equal(40, (await GetAsync(Sites)).Body.GetProperty("predefinedLocations").GetArrayLength());
    }
}
