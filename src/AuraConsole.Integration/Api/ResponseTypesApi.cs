using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;
using Microsoft.Extensions.Options;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="IResponseTypesApi"/>
internal sealed class ResponseTypesApi(AuraCaller caller, ListAnswers lists, IOptions<AuraOptions> options) : IResponseTypesApi
{
    public Task<IReadOnlyList<ResponseType>> ListAsync(CancellationToken cancellationToken = default)
    {
        var call = AuraCalls.Get(options.Value.Paths.ResponseTypes);
        return caller.SendAsync(
            call, answer => lists.Read(call.Template, answer, ResponseTypeReader.ListNames, ResponseTypeReader.Read), cancellationToken);
    }
}
