using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api;

/// <summary>Kinds of response, such as security and medical.</summary>
public interface IResponseTypesApi
{
    /// <summary>
    /// <c>GET /panic-api/v2/responseTypes</c>, our choice of path (<see cref="AuraPaths.ResponseTypes"/>); the answer is documented
    /// (source: response types). The ids go into raises and into <see cref="ICoverageApi"/>, and must not be hard-coded.
    /// </summary>
    /// <exception cref="Http.AuraApiException">AURA refused or did not answer.</exception>
    Task<IReadOnlyList<ResponseType>> ListAsync(CancellationToken cancellationToken = default);
}
