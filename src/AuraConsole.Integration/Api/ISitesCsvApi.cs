using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>All sites at once, as CSV.</summary>
/// <remarks>
/// The file is the whole portfolio: <b>every active site that it leaves out is marked deleted</b> (source: bulk CSV import). AURA's column
/// names are not published: take the header of a download. Both methods throw <see cref="Http.AuraApiException"/> when AURA refuses or
/// does not answer.
/// </remarks>
public interface ISitesCsvApi
{
    /// <summary>
    /// <c>POST /v1/predefinedlocations/upload</c>, multipart (source: bulk-upload-fixed-locations; <see cref="AuraPaths.CsvUpload"/>).
    /// AURA accepts at once and posts the result to the callback later: read it with <see cref="CsvCallback.Parse"/>. Documented errors:
    /// 400, 401, 500.
    /// </summary>
    Task<CsvAccepted> UploadAsync(SitesCsvUpload upload, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>GET /v1/predefinedlocations/download</c> (source: bulk CSV import; <see cref="AuraPaths.CsvDownload"/>), at most
    /// <see cref="AuraOptions.MaxResponseBytes"/>. An HTML page, JSON or nothing at all is Unexpected.
    /// </summary>
    Task<SitesCsv> DownloadAsync(CancellationToken cancellationToken = default);
}
