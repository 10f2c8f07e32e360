using System.Net;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Hosting.Security;
using Microsoft.AspNetCore.Http;

namespace AuraConsole.Unit.Hosting;

public sealed class SameOriginCheckTests
{
    [Theory]
    // path, host, origin, is a WebSocket, allowed
    [InlineData("/_blazor", "localhost:5080", "http://localhost:5080", true, true)]
    [InlineData("/_blazor", "console.example", "https://console.example", true, true)]
    [InlineData("/_blazor", "Console.Example", "https://console.example", true, true)]
    [InlineData("/_blazor/negotiate", "localhost:5080", "http://localhost:5080", false, true)]
    [InlineData("/_blazor", "localhost:5080", "http://evil.example", true, false)]
    [InlineData("/_blazor", "localhost:5080", "http://localhost:5081", true, false)]
    [InlineData("/_blazor", "console.example", "https://console.example.evil.example", true, false)]
    [InlineData("/_blazor", "console.example", "null", true, false)]
    [InlineData("/_blazor", "console.example", "", true, false)]
    [InlineData("/_BLAZOR", "console.example", "https://evil.example", true, false)]
    [InlineData("/_blazor", "console.example", null, true, false)]
    [InlineData("/_blazor/initializers", "console.example", null, false, true)]
    [InlineData("/hubs/board", "console.example", null, true, true)]
    [InlineData("/hubs/board", "console.example", "https://evil.example", true, false)]
    [InlineData("/hubs/board/negotiate", "console.example", "https://evil.example", false, false)]
    [InlineData("/webhooks/aura", "console.example", "https://evil.example", false, true)]
    public void Request_Origin_DecidesOnCircuitsAndHubs(string path, string host, string? origin, bool isWebSocket, bool allowed)
    {
        var request = new DefaultHttpContext().Request;
        request.Path = path;
        request.Host = new HostString(host);
        if (origin is not null)
            request.Headers.Origin = origin;
        if (isWebSocket)
            request.Headers.Upgrade = "websocket";

        Assert.Equal(allowed, SameOriginCheck.IsAllowed(request));
    }

    [Fact]
    public async Task Circuit_FromAnotherSite_IsForbiddenEvenWithACookie()
    {
        await using var console = new ConsoleFactory();
        var browser = console.CreateBrowser();
        await browser.SignInAsync();
        using var own = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1") { Headers = { { "Origin", "http://localhost" } } };
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1") { Headers = { { "Origin", "http://evil.example" } } };

        var allowed = await browser.SendAsync(own);
        var refused = await browser.SendAsync(foreign);

        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
