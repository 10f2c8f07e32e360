using System.Text;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Samples.PanicApiWorker;

/// <summary>
/// Adds a site by CSV. The file is the whole portfolio: a site that it leaves out is marked deleted. So it is AURA's own download with one
/// line more, under AURA's own header.
/// </summary>
internal sealed class PortfolioStory(ISitesCsvApi csv, SampleOptions options, TimeProvider time, TextWriter tell)
{
    public const string Reference = "sample-worker-depot";

    private static readonly Dictionary<string, string> Depot = new(StringComparer.OrdinalIgnoreCase)
    {
        ["externalReferenceId"] = Reference,
        ["locationIdentifier"] = Reference,
        ["locationDescription"] = "Sample depot",
        ["formattedAddress"] = "\"9 Dock Road, Cape Town\"",
        ["latitude"] = "-33.9051",
        ["longitude"] = "18.4201",
    };

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var sites = await csv.DownloadAsync(cancellationToken);
        await using var listener = await CallbackListener.StartAsync(options.CallbackPort, cancellationToken);
        var accepted = await csv.UploadAsync(
            new SitesCsvUpload
            {
                Csv = WithDepot(Encoding.UTF8.GetString(sites.Csv.Span)),
                CallbackUrl = options.PublicCallbackUrl is { } reached ? new Uri(reached, listener.Url.AbsolutePath) : listener.Url,
                Source = "sample worker",
            },
            cancellationToken);
        await tell.WriteLineAsync($"Uploaded the sites: {accepted.Message}.");

        var told = await listener.Result.WaitAsync(options.GiveUpAfter, time, cancellationToken);
        await tell.WriteLineAsync(
            $"Callback: {told.Message}; created {told.Created}, updated {told.Updated}, deleted {told.Deleted}, failed {told.Failed}.");
    }

    private static byte[] WithDepot(string sites)
    {
        var header = sites[..sites.IndexOfAny(['\r', '\n'])].TrimStart('\uFEFF');
        var line = string.Join(',', header.Split(',').Select(static column => Depot.GetValueOrDefault(column.Trim(), "")));
        var isThere = sites.Contains($"\n{Reference},", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(isThere ? sites : $"{sites.TrimEnd('\r', '\n')}\r\n{line}\r\n");
    }
}
