using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AuraConsole.Simulator;
using AuraConsole.Unit.Support;

namespace AuraConsole.Unit.Simulator;

public sealed class SiteFilesTests : SimulatorTest
{
    private const string Upload = "/v1/predefinedlocations/upload";
    private const string Download = "/v1/predefinedlocations/download";
    private const string Header = "externalReferenceId,locationIdentifier,latitude,longitude,locationDescription\n";

    protected override void Prepare(SimulatorOptions options)
    {
        options.SeedSites = 3;
        options.UploadLimitBytes = 100_000;
    }

    [Fact]
    public async Task Download_Sites_HasAHeaderOfJsonNamesAndComesBackUnchanged()
    {
        await PostAsync(
            Sites,
            """{"externalReferenceId":"q","locationIdentifier":"q","latitude":"-26.10","longitude":"28","locationDescription":"A \"b\", c"}""");

        var answer = await GetAsync(Download);
        var lines = answer.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var result = await SyncAsync(answer.Text);

        Assert.Equal("text/csv", answer.ContentType);
        Assert.Equal(
            "externalReferenceId,locationIdentifier,locationDescription,locationAdditionalInformation,formattedAddress,latitude,longitude,"
            + "w3w,calloutLocationTypeId,customerId,duressCode",
            lines[0]);
        Assert.Equal("""q,q,"A ""b"", c",,,-26.10,28,,,,""", lines[4]);
        Assert.Equal((4, 4), (Count(result, "total"), Count(result, "unchanged")));
    }

    [Fact]
    public async Task Upload_WholePortfolio_CreatesUpdatesAndDeletes()
    {
        var kept = Host.State.Main.Sites[0];

        var result = await SyncAsync(
            Header + $"SITE-0001,SITE-0001,1.5,2.5,\"Moved, renamed\"\r\nnew,\"n\"\"1\",-3,4,\n", ("source", "nightly"));

        Assert.Equal("completed", result.GetProperty("status").GetString());
        Assert.Equal("nightly", result.GetProperty("source").GetString());
        Assert.Equal((1, 1, 2, 0), (Count(result, "created"), Count(result, "updated"), Count(result, "deleted"), Count(result, "failed")));
        Assert.Equal(["SITE-0001", "new"], Host.State.Main.Sites.Select(site => site.Reference));
        var changed = Host.State.Main.Site(kept.Id)!;
        Assert.Equal(("Moved, renamed", "1.5", kept.CreatedAt), (changed.Name, changed.Latitude, changed.CreatedAt));
        Assert.Equal("n\"1", Host.State.Main.Site("new")!.Identifier);
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(RaisePath("SITE-0002")));
        Assert.Equal((1, 200), await UploadsAsync());
    }

    [Fact]
    public async Task Upload_RowsWithErrors_AreToldAndLeaveTheirSitesAlone()
    {
        var result = await SyncAsync(Header + """
            SITE-0001,SITE-0001,91,2,x
            SITE-0002,SITE-0002,1,2,x
            SITE-0002,SITE-0002,1,2,again
            ,x,1,2,x
            short,x
            SITE-0003,SITE-0003,1,,x
            """);

        Assert.Equal("completedWithErrors", result.GetProperty("status").GetString());
        Assert.Equal((6, 1, 5, 0), (Count(result, "total"), Count(result, "updated"), Count(result, "failed"), Count(result, "deleted")));
        Assert.Equal([2, 4, 5, 6, 7], result.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("row").GetInt32()));
        Assert.Equal("SITE-0001", result.GetProperty("errors")[0].GetProperty("externalReferenceId").GetString());
        Assert.Contains("latitude", result.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, Host.State.Main.Sites.Count);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("externalReferenceId,latitude,longitude\na,1,2\n", "locationIdentifier")]
    [InlineData("externalReferenceId,locationIdentifier,latitude,longitude\na,\"a,1,2\n", "quote")]
    public async Task Upload_UnusableFile_ChangesNothing(string csv, string about)
    {
        var result = await SyncAsync(csv);

        Assert.Equal("failed", result.GetProperty("status").GetString());
        Assert.Contains(about, result.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, Host.State.Main.Sites.Count);
    }

    [Fact]
    public async Task Upload_OtherDelimiterAfterTheFile_IsUsed()
    {
        var result = await SyncAsync("\uFEFFlongitude;latitude;locationIdentifier;externalReferenceId\n2;1;a;a\n", ("delimiter", ";"));

        Assert.Equal((1, 3), (Count(result, "created"), Count(result, "deleted")));
    }

    [Theory]
    [InlineData("callbackUrl", "http://console.example/callback", "https")]
    [InlineData("callbackUrl", "", "https")]
    [InlineData("delimiter", ";;", "delimiter")]
    [InlineData("userEmail", "nobody", "userEmail")]
    public async Task Upload_WrongPart_Answers400(string name, string value, string about) =>
        AssertRefused(HttpStatusCode.BadRequest, await UploadAsync(Header, "https://console.example/callback", (name, value)), about);

    [Fact]
    public async Task Upload_NoForm_Answers400()
    {
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(Upload), "multipart");
        AssertRefused(HttpStatusCode.BadRequest, await UploadAsync(null, "https://console.example/callback"), "locations");
        AssertRefused(HttpStatusCode.Unauthorized, await PostAsync(Upload, token: "wrong"));
        AssertRefused(HttpStatusCode.NotFound, await GetAsync("/v1/nothing"));
    }

    [Theory]
    [InlineData(110_000)]
    [InlineData(200_000)]
    public async Task Upload_OverTheLimit_Answers413(int length)
    {
        AssertRefused(HttpStatusCode.RequestEntityTooLarge, await UploadAsync(
            Header + new string('x', length), "https://console.example/callback"));

        Assert.Equal(3, Host.State.Main.Sites.Count);
    }

    [Fact]
    public async Task Upload_CallbackNotAnswering_IsRecorded()
    {
        var receiver = await WebhookReceiver.StartAsync();
        var url = receiver.Url.AbsoluteUri;
        await receiver.DisposeAsync();

        await UploadAsync(Header + "a,a,1,2,x\n", url);
        await Until.TrueAsync(() => Host.State.Uploads.Count == 1);

        Assert.Equal(0, Host.State.Uploads[0].CallbackStatus);
        Assert.Equal("a", Assert.Single(Host.State.Main.Sites).Reference);
    }

    private async Task<JsonElement> SyncAsync(string csv, params (string Name, string Value)[] parts)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var answer = await UploadAsync(csv, receiver.Url.AbsoluteUri, parts);
        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        Assert.NotEmpty(answer.Message);
        return (await receiver.NextAsync()).Body;
    }

    private async Task<Answer> UploadAsync(string? csv, string callback, params (string Name, string Value)[] parts)
    {
        using var form = new MultipartFormDataContent();
        if (csv is not null) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "locations", "sites.csv");
        if (parts.All(part => part.Name != "callbackUrl")) form.Add(new StringContent(callback), "callbackUrl");
        foreach (var (name, value) in parts) form.Add(new StringContent(value), name);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Host.Url, Upload)) { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(Options.ClientId, Options.ClientSecret));
        using var response = await http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<(int Created, int Status)> UploadsAsync()
    {
        await Until.TrueAsync(() => Host.State.Uploads.Count == 1);
        var upload = (await GetAsync($"{Control}/uploads")).Body[0];
        return (Count(upload, "created"), Count(upload, "callbackStatus"));
    }

    private static int Count(JsonElement result, string name) => result.GetProperty(name).GetInt32();
}
