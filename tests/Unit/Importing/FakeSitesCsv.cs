using System.Globalization;
using System.Text;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Sites;
using AuraConsole.Web.Data;

namespace AuraConsole.Unit.Importing;

/// <summary>AURA's full sync over <see cref="FakeSitesApi"/>: what a file leaves out is gone.</summary>
internal sealed class FakeSitesCsv(FakeSitesApi aura) : ISitesCsvApi
{
    private const string Header = "externalReferenceId,locationIdentifier,locationDescription,formattedAddress,latitude,longitude,duressCode\r\n";

    public List<SitesCsvUpload> Uploads { get; } = [];

    public AuraApiException? Failure { get; set; }

    /// <summary>Whether a failing upload takes effect all the same.</summary>
    public bool TakesEffect { get; set; } = true;

    public async Task<CsvAccepted> UploadAsync(SitesCsvUpload upload, CancellationToken cancellationToken = default)
    {
        Uploads.Add(upload);
        if (TakesEffect)
            await SyncAsync(Encoding.UTF8.GetString(upload.Csv.Span));
        return Failure is null ? new CsvAccepted("The file will be processed") : throw Failure;
    }

    public async Task<SitesCsv> DownloadAsync(CancellationToken cancellationToken = default)
    {
        var text = new StringBuilder(Header);
        foreach (var site in await aura.ListAsync(cancellationToken))
        {
            text.Append(CsvSafe.Line(
                site.Reference, "id-" + site.Reference, site.Name, site.Address, site.Latitude?.ToString(CultureInfo.InvariantCulture),
                site.Longitude?.ToString(CultureInfo.InvariantCulture), "d-" + site.Reference));
        }

        return new SitesCsv(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private async Task SyncAsync(string text)
    {
        var rows = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToList();
        var there = (await aura.ListAsync()).ToDictionary(site => site.Reference);
        foreach (var gone in there.Keys.Except(rows.Select(row => row[0])))
            aura.Forget(there[gone].Id);
        foreach (var row in rows)
        {
            var id = there.GetValueOrDefault(row[0])?.Id;
            var site = aura.Has(row[0], row[2], id, row[3].Length == 0 ? null : row[3]);
            aura.Has(site with { Latitude = double.Parse(row[4], CultureInfo.InvariantCulture), Longitude = double.Parse(row[5], CultureInfo.InvariantCulture) });
        }
    }
}
