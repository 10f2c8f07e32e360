using System.Text;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Integration.Fixtures;

namespace AuraConsole.Unit.Integration;

public sealed class SitesCsvTests : IDisposable
{
    private readonly AuraHarness _harness = new();

    private ISitesCsvApi Api => _harness.Get<ISitesCsvApi>();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Upload_EveryPart_UnderItsDocumentedName()
    {
        _harness.Aura.Answer("POST /v1/predefinedlocations/upload", """{"message":"Processing"}""", System.Net.HttpStatusCode.Accepted);

        var accepted = await Api.UploadAsync(SiteFixtures.Upload);

        var call = Assert.Single(_harness.Aura.Calls);
        Assert.StartsWith("multipart/form-data; boundary=", call.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("name=\"locations\"; filename=\"sites.csv\"", call.Body);
        Assert.Contains($"\r\n\r\n{SiteFixtures.Csv}\r\n--", call.Body);
        Assert.All(
            new Dictionary<string, string>
            {
                ["callbackUrl"] = "https://console.test/csv",
                ["userEmail"] = "admin@console.test",
                ["delimiter"] = ",",
                ["source"] = "console",
            },
            part => Assert.Matches($"name=\"{part.Key}\"\r\n\r\n{part.Value}\r\n--", call.Body));
        Assert.Equal("Processing", accepted.Message);
    }

    [Fact]
    public async Task Upload_OnlyTheRequired_TwoParts()
    {
        _harness.Aura.Answer("POST /v1/predefinedlocations/upload", "");

        await Api.UploadAsync(new SitesCsvUpload { Csv = "a,b"u8.ToArray(), CallbackUrl = new Uri("http://127.0.0.1:5080/csv") });

        Assert.Equal(2, Assert.Single(_harness.Aura.Calls).Body.Split("form-data; name=").Length - 1);
    }

    [Theory]
    [InlineData("", "https://console.test/csv")]
    [InlineData("a,b", "http://console.test/csv")]
    [InlineData("a,b", "ftp://127.0.0.1/csv")]
    [InlineData("a,b", "/csv")]
    public async Task Upload_EmptyOrOpenCallback_InvalidAndNotSent(string csv, string callback)
    {
        var upload = new SitesCsvUpload { Csv = Encoding.UTF8.GetBytes(csv), CallbackUrl = new Uri(callback, UriKind.RelativeOrAbsolute) };

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => Api.UploadAsync(upload));

        Assert.Equal((AuraErrorKind.Invalid, (int?)null), (failure.Kind, failure.Status));
        Assert.Empty(_harness.Aura.Calls);
    }

    [Theory]
    [InlineData("externalReferenceId,latitude\r\nä,1\r\n")]
    [InlineData("\uFEFFexternalReferenceId;latitude\n")]
    [InlineData("\"externalReferenceId\",\"latitude\"\n\"{\",\"<\"")]
    public async Task Download_Csv_BytesAsTheyCame(string csv)
    {
        _harness.Aura.Answer("GET /v1/predefinedlocations/download", csv, mediaType: "text/csv");

        Assert.Equal(csv, Encoding.UTF8.GetString((await Api.DownloadAsync()).Csv.Span));
    }

    [Theory]
    [InlineData("  \r\n")]
    [InlineData("\uFEFF<!DOCTYPE html>")]
    [InlineData("""{"message":"Successful"}""")]
    [InlineData("PK\u0003\u0004\0\0")]
    public async Task Download_NoCsv_Unexpected(string body)
    {
        _harness.Aura.Answer("GET /v1/predefinedlocations/download", body, mediaType: "text/csv");

        Assert.Equal(AuraErrorKind.Unexpected, (await Assert.ThrowsAsync<AuraApiException>(() => Api.DownloadAsync())).Kind);
    }

    [Theory]
    [InlineData("""{"success":true,"message":"Done","created":2,"updated":1,"deleted":3,"errors":[]}""", true, 2, 3, null)]
    [InlineData("""{"status":"COMPLETED","summary":{"createdCount":2,"updatedCount":"1","deletedCount":3}}""", true, 2, 3, null)]
    [InlineData("""{"status":"Completed with errors","result":{"created":["a","b"],"deleted":[1,2,3],"errors":[{"row":4}]}}""", false, 2, 3, 1)]
    [InlineData("""{"status":"failed","failedCount":7}""", false, null, null, 7)]
    [InlineData("""{"odd":1}""", null, null, null, null)]
    public void Callback_AnyShape_WhatIsRecognised(string body, bool? succeeded, int? created, int? deleted, int? failed)
    {
        var callback = CsvCallback.Parse(Encoding.UTF8.GetBytes(body));

        Assert.NotNull(callback);
        Assert.Equal((succeeded, created, deleted, failed), (callback.Succeeded, callback.Created, callback.Deleted, callback.Failed));
        Assert.Equal(body, callback.Raw.GetRawText());
    }

    [Fact]
    public void Callback_RowErrors_ReadAndBounded()
    {
        var rows = string.Join(',', Enumerable.Repeat("""{"rowNumber":4,"externalReferenceId":42,"reason":"No latitude"}""", 3000));

        var callback = CsvCallback.Parse(Encoding.UTF8.GetBytes($$"""{"errors":["Row 1 is odd",{{rows}}]}"""));

        Assert.Equal(CsvCallback.MaxErrors, callback!.Errors.Count);
        Assert.Equal([new(null, null, "Row 1 is odd"), new CsvRowError(4, "42", "No latitude")], callback.Errors.Take(2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"success":""")]
    public void Callback_NoObject_Null(string body) => Assert.Null(CsvCallback.Parse(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Callback_TooLarge_Null() => Assert.Null(CsvCallback.Parse(Encoding.UTF8.GetBytes($$"""{"a":"{{new string('x', CsvCallback.MaxBytes)}}"}""")));
}
