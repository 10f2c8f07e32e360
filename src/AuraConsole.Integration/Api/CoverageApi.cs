using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="ICoverageApi"/>
internal sealed class CoverageApi(AuraCaller caller) : ICoverageApi
{
    private const string One = "/panic-api/v2/coverage/{responseTypeId}";
    private const string Kml = "application/vnd.google-earth.kml+xml";

    public Task<Coverage> GetAsync(int responseTypeId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(
            AuraCalls.Get(One, AuraCalls.Id("responseTypeId", responseTypeId)) with { Accept = Kml },
            answer => KmlReader.Read(answer.Body, responseTypeId),
            cancellationToken);
}
