using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AuraConsole.Web.Hosting;

/// <summary>Where this very process can be reached from this machine, once its server listens.</summary>
internal static class OwnAddress
{
    public static Uri? Of(IServer server)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(static a => a.StartsWith("http:", StringComparison.OrdinalIgnoreCase)) ?? addresses.FirstOrDefault();
        if (address is null)
            return null;
        var bound = BindingAddress.Parse(address);
        var host = bound.Host is "+" or "*" or "[::]" or "0.0.0.0" ? "127.0.0.1" : bound.Host;
        return new UriBuilder(bound.Scheme, host, bound.Port).Uri;
    }
}
