using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Support;

/// <summary>The real console on a real port, for what needs sockets.</summary>
public sealed class ListeningConsole : ConsoleFactory
{
    public ListeningConsole() => UseKestrel(0);

    public Uri Url
    {
        get
        {
            var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            return new Uri(addresses.First().Replace("[::]", "127.0.0.1", StringComparison.Ordinal));
        }
    }

    /// <summary>A client whose cookies are <paramref name="cookies"/>.</summary>
    public HttpClient Client(CookieContainer? cookies = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        if (cookies is not null)
            handler.CookieContainer = cookies;
        return new HttpClient(handler) { BaseAddress = Url };
    }
}
