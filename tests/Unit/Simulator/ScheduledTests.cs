using System.Globalization;
using System.Net;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

public sealed class ScheduledTests : SimulatorTest
{
    private const string Guarding = "/panic-api/v2/scheduled/guarding";

    [Fact]
    public async Task Create_Single_AnswersIdAndNextOccurrence()
    {
        var answer = await PostAsync(Guarding, Request("""{"type":"single","startTime":"18:00","windowPeriod":720}"""));
        var request = answer.Body.GetProperty("scheduledRequest");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(request.GetProperty("id").GetInt64() > 0);
        Assert.Equal("2120-06-10T18:00:00.000Z", request.GetProperty("nextOccurrence").GetString());
        Assert.Equal("Night guard", request.GetProperty("scheduledRequestConfig").GetProperty("name").GetString());
        Assert.Equal(2, request.GetProperty("scheduledRequestConfig").GetProperty("details").GetProperty("numberOfGuards").GetInt32());
    }

    // 10 June 2120 is a Monday
    [Theory]
    [InlineData("\"single\"", "2120-06-10T16:00:00.000Z")]
    [InlineData("""{"type":"single"}""", "2120-06-10T16:00:00.000Z")]
    [InlineData("""{"type":"single","startTime":"15:00"}""", "2120-06-11T15:00:00.000Z")]
    [InlineData("""{"type":"repeating","startTime":"16:00"}""", "2120-06-10T16:00:00.000Z")]
    [InlineData("""{"type":"repeating","startTime":"06:00","windowPeriod":60}""", "2120-06-11T06:00:00.000Z")]
    [InlineData("""{"type":"repeating","startTime":"22:00","days":["wednesday","friday"]}""", "2120-06-12T22:00:00.000Z")]
    [InlineData("""{"type":"repeating","startTime":"22:00","days":["Monday"],"until":"2120-06-10"}""", "2120-06-10T22:00:00.000Z")]
    public async Task Create_EachRepetition_ComputesTheNextOccurrence(string repeats, string expected)
    {
        var answer = await PostAsync(Guarding, Request(repeats, from: "2120-06-10T16:00:30Z"));

        var next = answer.Body.GetProperty("scheduledRequest").GetProperty("nextOccurrence").GetString();
        Assert.Equal(expected[..16], next![..16]);
    }

    [Fact]
    public async Task Create_WithOffset_MeansTheStartTimeThere()
    {
        var answer = await PostAsync(Guarding, Request(
            """{"type":"repeating","startTime":"18:00"}""", "2120-06-10T18:00:00+02:00", "2120-07-10T18:00:00+02:00"));

        Assert.Equal("2120-06-10T16:00:00.000Z", answer.Body.GetProperty("scheduledRequest").GetProperty("nextOccurrence").GetString());
    }

    [Theory]
    [InlineData(4, HttpStatusCode.BadRequest)]
    [InlineData(-60, HttpStatusCode.BadRequest)]
    [InlineData(6, HttpStatusCode.OK)]
    public async Task Create_NearTheFiveMinutes_IsCheckedAgainstTheClock(int minutes, HttpStatusCode expected)
    {
        var from = Time.GetUtcNow().AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        var answer = await PostAsync(Guarding, Request("\"single\"", from));

        Assert.Equal(expected, answer.Status);
        Assert.NotEmpty(answer.Message);
    }

    [Theory]
    [InlineData("\"customerId\":450001", "\"x\":1", "customerId")]
    [InlineData("\"name\":\"Night guard\"", "\"x\":1", "scheduledRequestConfig.name")]
    [InlineData("2120-06-10T18:00:00Z", "tomorrow", "dateFrom")]
    [InlineData("2120-07-10T18:00:00Z", "2120-06-09T18:00:00Z", "dateTo")]
    [InlineData("\"repeatsConfig\":\"single\"", "\"x\":1", "repeatsConfig")]
    [InlineData("\"repeatsConfig\":\"single\"", "\"repeatsConfig\":\"double\"", "repeatsConfig")]
    [InlineData("\"repeatsConfig\":\"single\"", "\"repeatsConfig\":{\"type\":\"yearly\"}", "type")]
    [InlineData("\"repeatsConfig\":\"single\"", "\"repeatsConfig\":{\"type\":\"repeating\"}", "startTime")]
    [InlineData("\"repeatsConfig\":\"single\"", "\"repeatsConfig\":{\"type\":\"repeating\",\"startTime\":\"25:00\"}", "HH:mm")]
    [InlineData("\"repeatsConfig\":\"single\"", "\"repeatsConfig\":{\"type\":\"repeating\",\"startTime\":\"06:00\",\"days\":[\"x\"]}", "weekdays")]
    [InlineData("\"repeatsConfig\":\"single\"", "\"repeatsConfig\":{\"type\":\"single\",\"windowPeriod\":0}", "windowPeriod")]
    [InlineData("\"repeatsConfig\":\"single\"", "\"repeatsConfig\":{\"type\":\"repeating\",\"startTime\":\"06:00\",\"until\":\"2120-06-10\"}", "never")]
    [InlineData("\"latitude\":-33.9,\"longitude\":18.4", "\"x\":1", "formattedAddress")]
    [InlineData("\"latitude\":-33.9,\"longitude\":18.4", "\"latitude\":-33.9", "longitude")]
    [InlineData("\"initialLocation\"", "\"x\"", "initialLocation")]
    [InlineData("\"scheduledRequestConfig\"", "\"x\"", "scheduledRequestConfig")]
    public async Task Create_WrongBody_Answers400(string part, string instead, string about)
    {
        var body = Request("\"single\"");
        Assert.Contains(part, body, StringComparison.Ordinal);

        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(Guarding, body.Replace(part, instead, StringComparison.Ordinal)), about);

        Assert.Equal(0, Host.State.Main.Schedule.Count);
    }

    [Fact]
    public async Task Create_TypeNotEnabledOrUnknownCustomer_IsRefused()
    {
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync("/panic-api/v2/scheduled/escort", Request("\"single\"")), "not enabled");
        AssertRefused(HttpStatusCode.NotFound, await PostAsync(
            Guarding, Request("\"single\"").Replace("450001", "1", StringComparison.Ordinal)));
        Host.Configure(static options => options.ServiceTypes.Add("escort"));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/panic-api/v2/scheduled/escort", Request("\"single\""))).Status);
    }

    [Fact]
    public async Task Cancel_Twice_Answers404TheSecondTime()
    {
        var id = (await PostAsync(Guarding, Request("\"single\""))).Body.GetProperty("scheduledRequest").GetProperty("id").GetInt64();

        var cancelled = await DeleteAsync($"/panic-api/v2/scheduled/{id}");

        Assert.Equal(HttpStatusCode.OK, cancelled.Status);
        Assert.NotEmpty(cancelled.Message);
        AssertRefused(HttpStatusCode.NotFound, await DeleteAsync($"/panic-api/v2/scheduled/{id}"));
        AssertRefused(HttpStatusCode.NotFound, await DeleteAsync("/panic-api/v2/scheduled/guarding"));
    }

    [Fact]
    public async Task Create_Bare_TakesBothBodiesAndAnswersAUuid()
    {
        Host.Configure(static options => options.Dialect = Dialect.Bare);

        var older = await PostAsync(Guarding, """{"customerId":450001,"scheduledAt":"2120-06-10T18:00:00Z","latitude":-33.9,"longitude":18.4}""");
        var newer = await PostAsync(Guarding, Request("\"single\""));

        Assert.True(Guid.TryParse(older.Body.GetProperty("id").GetString(), out var id));
        Assert.Equal("scheduled", newer.Body.GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.OK, (await DeleteAsync($"/panic-api/v2/scheduled/{id}")).Status);
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(
            Guarding, """{"customerId":450001,"scheduledAt":"2020-06-10T18:00:00Z"}"""), "5 minutes");
    }

    private static string Request(string repeats, string from = "2120-06-10T18:00:00Z", string to = "2120-07-10T18:00:00Z") => $$$"""
        {"customerId":450001,"scheduledRequestConfig":{"name":"Night guard","specialInstructions":"Report to the gatehouse",
        "details":{"numberOfGuards":2,"armedPreference":"armed","contacts":[]},"dateFrom":"{{{from}}}","dateTo":"{{{to}}}",
        "repeatsConfig":{{{repeats}}} },"initialLocation":{"latitude":-33.9,"longitude":18.4}}
        """;
}
