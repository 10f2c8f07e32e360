using System.Text.RegularExpressions;
using AuraConsole.Simulator;
using AuraConsole.Simulator.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuraConsole.Unit.Contract;

/// <summary>AURA's surface of the simulator, out of its own routing table, as <c>GET /panic-api/v2/callouts/{id}</c>.</summary>
internal static partial class SimulatorRoutes
{
    public static IReadOnlyList<string> All { get; } = Read();

    /// <summary>The route with its placeholders made alike: their names are nobody's business.</summary>
    public static string Normal(string route) => Placeholder().Replace(route, "{}");

    private static List<string> Read()
    {
        var app = SimulatorApp.Build(
            new SimulatorOptions { Url = "http://127.0.0.1:0" }, TimeProvider.System, NullLoggerFactory.Instance);
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
        return
        [
            .. from endpoint in endpoints
               let path = "/" + endpoint.RoutePattern.RawText!.Trim('/')
               where IsApi(path)
               from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
               select $"{method} {Constraint().Replace(path, "{$1}")}",
        ];
    }

    private static bool IsApi(string path) =>
        path.StartsWith(ApiRoutes.Prefix + "/", StringComparison.Ordinal)
        || path.StartsWith(ApiRoutes.FilesPrefix + "/", StringComparison.Ordinal);

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{([^}:]+):[^}]+\}", RegexOptions.CultureInvariant)]
    private static partial Regex Constraint();
}
