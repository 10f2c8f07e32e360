using System.Net.Http.Headers;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;
using Microsoft.Extensions.Options;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="ISitesCsvApi"/>
internal sealed class SitesCsvApi(AuraCaller caller, IOptions<AuraOptions> options) : ISitesCsvApi
{
    public async Task<CsvAccepted> UploadAsync(SitesCsvUpload upload, CancellationToken cancellationToken = default)
    {
        Check(upload);
        using var form = Form(upload);
        var body = await form.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var path = options.Value.Paths.CsvUpload;
        var call = new AuraCall(HttpMethod.Post, path, path, body) { BodyType = form.Headers.ContentType!.ToString() };
        return await caller.SendAsync(call, Accepted, cancellationToken).ConfigureAwait(false);
    }

    public Task<SitesCsv> DownloadAsync(CancellationToken cancellationToken = default) =>
        caller.SendAsync(
            AuraCalls.Get(options.Value.Paths.CsvDownload) with { Accept = "text/csv" },
            static answer => IsCsv(answer) ? new SitesCsv(answer.Body) : null,
            cancellationToken);

    private static CsvAccepted? Accepted(AuraAnswer answer) =>
        answer.IsDone ? new CsvAccepted(answer.Json is { } json ? JsonEnvelope.Message(json) : null) : null;

    /// <summary>No header row begins like HTML or JSON, which is what stands there when something else answered.</summary>
    private static bool IsCsv(AuraAnswer answer)
    {
        var text = answer.Body.AsSpan();
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        text = text.TrimStart(" \t\r\n"u8);
        return answer.Json is null && !text.IsEmpty && text[0] is not ((byte)'<' or (byte)'{' or (byte)'[') && text.IndexOf((byte)0) < 0;
    }

    private static void Check(SitesCsvUpload upload)
    {
        if (upload.Csv.IsEmpty || upload.Csv.Length > SitesCsvUpload.MaxBytes)
            throw Refusals.BeforeSending("The file is empty or larger than 64 MiB.", nameof(upload));
        var url = upload.CallbackUrl;
        if (!url.IsAbsoluteUri || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            throw Refusals.BeforeSending("The callback needs an HTTPS address.", nameof(upload));
    }

    private static MultipartFormDataContent Form(SitesCsvUpload upload)
    {
        var file = new ReadOnlyMemoryContent(upload.Csv);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var form = new MultipartFormDataContent();
        form.Add(file, "\"locations\"", "\"sites.csv\"");
        Add("callbackUrl", upload.CallbackUrl.AbsoluteUri);
        Add("userEmail", upload.UserEmail);
        Add("delimiter", upload.Delimiter?.ToString());
        Add("source", upload.Source);
        return form;

        void Add(string name, string? value)
        {
            if (value is not null)
                form.Add(new StringContent(value), $"\"{name}\"");
        }
    }
}
