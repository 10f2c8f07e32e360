using System.Text;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Simulator;
using AuraConsole.Unit.Simulator;

namespace AuraConsole.Unit.Contract;

/// <summary>All sites at once (page: bulk CSV import), with the callback that tells how it went.</summary>
public sealed class SitesCsvContractTests(BothHouses houses) : ContractTest(houses)
{
    private const string Header = "externalReferenceId,locationIdentifier,latitude,longitude,locationDescription\r\n";

    [Theory, BothDialects]
    public async Task Upload_WholePortfolio_SyncedAndToldByCallback(Dialect dialect)
    {
        await using var house = await House.StartAsync(dialect, static options => options.SeedSites = 3);
        await using var receiver = await WebhookReceiver.StartAsync();

        var accepted = await house.Aura.Csv.UploadAsync(Upload(
            receiver.Url, Header + "SITE-0001,SITE-0001,1.5,2.5,\"Moved, renamed\"\r\nnew-1,new-1,-3,4,New\r\nbad-1,bad-1,north,4,Bad\r\n"));
        var told = Read(await receiver.NextAsync());

        Assert.False(string.IsNullOrWhiteSpace(accepted.Message));
        Assert.Equal((1, 1, 0, 2, 1), (told.Created, told.Updated, told.Unchanged, told.Deleted, told.Failed));
        var error = Assert.Single(told.Errors);
        Assert.Equal((4, "bad-1"), (error.Row, error.Reference));
        Assert.False(string.IsNullOrWhiteSpace(error.Message));
        Assert.Equal(["SITE-0001", "new-1"], (await house.Aura.Sites.ListAsync()).Select(site => site.Reference));
        Assert.Equal("Moved, renamed", house.Main.Site("SITE-0001")!.Name);
    }

    [Theory, BothDialects]
    public async Task Upload_NoCsv_ToldAsAFailureAndNothingChanged(Dialect dialect)
    {
        await using var house = await House.StartAsync(dialect, static options => options.SeedSites = 3);
        await using var receiver = await WebhookReceiver.StartAsync();

        await house.Aura.Csv.UploadAsync(Upload(receiver.Url, "this is no header\r\n"));
        var told = Read(await receiver.NextAsync());

        Assert.Equal((false, 0), (told.Succeeded, told.Deleted));
        Assert.Equal(3, house.Main.Sites.Count);
    }

    [Theory, BothDialects]
    public async Task Download_ThenUploadedAgain_ChangesNothing(Dialect dialect)
    {
        var house = In(dialect);
        await house.NewSiteAsync();
        await using var receiver = await WebhookReceiver.StartAsync();

        var file = await house.Aura.Csv.DownloadAsync();
        await house.Aura.Csv.UploadAsync(Upload(receiver.Url, "") with { Csv = file.Csv });
        var told = Read(await receiver.NextAsync());

        Assert.StartsWith("externalReferenceId,", Encoding.UTF8.GetString(file.Csv.Span), StringComparison.Ordinal);
        Assert.Equal(
            (true, 0, 0, house.Main.Sites.Count, 0), (told.Succeeded, told.Created, told.Updated, told.Unchanged, told.Deleted));
    }

    [Theory, BothDialects]
    public async Task Upload_CallbackNotHttps_400AndNotEvenSentByTheClient(Dialect dialect)
    {
        var house = In(dialect);
        var before = house.Main.Sites.Count;
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Header)), "locations", "sites.csv" },
            { new StringContent("http://console.test/csv"), "callbackUrl" },
        };

        var (status, message) = await house.SendAsync("POST", "/v1/predefinedlocations/upload", form);
        var failure = await Assert.ThrowsAsync<AuraApiException>(
            () => house.Aura.Csv.UploadAsync(Upload(new Uri("http://console.test/csv"), Header)));

        Assert.Equal(400, status);
        Assert.Contains("https", message, StringComparison.Ordinal);
        Assert.Equal((AuraErrorKind.Invalid, null), (failure.Kind, failure.Status));
        Assert.Equal(before, house.Main.Sites.Count);
    }

    [Theory, BothDialects]
    public Task Upload_UserEmailIsNone_400(Dialect dialect) => House.RefusedAsync(
        AuraErrorKind.Invalid, 400,
        () => In(dialect).Aura.Csv.UploadAsync(Upload(new Uri("https://console.test/csv"), Header) with { UserEmail = "nobody" }));

    private static SitesCsvUpload Upload(Uri callback, string csv) => new()
    {
        Csv = Encoding.UTF8.GetBytes(csv),
        CallbackUrl = callback,
        UserEmail = "admin@console.test",
        Delimiter = ',',
        Source = "contract",
    };

    private static CsvCallback Read(WebhookReceiver.Received posted)
    {
        Assert.Equal("POST", posted.Method);
        return CsvCallback.Parse(Encoding.UTF8.GetBytes(posted.Body.GetRawText()))!;
    }
}
