using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Hosting;

internal static class ProxySetup
{
    private const string Section = "ForwardedHeaders";

    /// <summary>Believes X-Forwarded-For, -Proto and -Host from known proxies only; without configuration that is this machine.</summary>
    public static void AddConsoleProxies(this IServiceCollection services, IConfiguration configuration) =>
        services.AddOptions<ForwardedHeadersOptions>().Configure(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            var faults = new List<string>();
            foreach (var entry in configuration.GetSection($"{Section}:KnownProxies").GetChildren())
            {
                if (IPAddress.TryParse(entry.Value, out var address))
                    options.KnownProxies.Add(address);
                else
                    faults.Add($"{entry.Path} is not an IP address");
            }
            foreach (var entry in configuration.GetSection($"{Section}:KnownNetworks").GetChildren())
            {
                if (System.Net.IPNetwork.TryParse(entry.Value, out var network))
                    options.KnownIPNetworks.Add(network);
                else
                    faults.Add($"{entry.Path} is not a network such as 10.0.0.0/8");
            }
            if (faults.Count > 0)
                throw new OptionsValidationException(Section, typeof(ForwardedHeadersOptions), faults);
        }).ValidateOnStart();
}
