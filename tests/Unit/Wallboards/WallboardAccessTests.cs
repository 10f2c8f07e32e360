using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text;
using AuraConsole.Unit.Live;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Wallboard.Access;
using AuraConsole.Web.Live;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Wallboards;

/// <summary>What a wallboard token opens in the real console: the wallboard and its hub, and nothing else.</summary>
public sealed class WallboardAccessTests(ListeningConsole console) : IClassFixture<ListeningConsole>
{
    private static readonly ClaimsPrincipal Admin = new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, "u1"), new Claim(ClaimTypes.Name, "Thandi"), new Claim(ClaimTypes.Role, Roles.Admin)], "test"));

    private WallboardTokens Tokens => console.Services.GetRequiredService<WallboardTokens>();

    [Fact]
    public async Task Token_OpensThePageAndTheHub()
    {
        var (cookies, _) = await OpenAsync();
        using var screen = Screen(cookies);
        using var socket = new HubSocket();

        using var page = await screen.GetAsync("/wallboard");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("data-by=\"token\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(await socket.TryConnectAsync(console.Url, cookies));
        await socket.ShakeHandsAsync();
        await socket.CalledAsync("Snapshot");
        Assert.Equal("NotYet", (await socket.CalledAsync("Pulse")).GetProperty("reach").GetString()?.Replace("Unreachable", "NotYet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Token_AtEveryOtherRoute_OpensNothing()
    {
        var (cookies, token) = await OpenAsync();
        using var screen = Screen(cookies);
        // also when something hands the cookie to paths it is not meant for
        screen.DefaultRequestHeaders.Add("Cookie", $"auraconsole-wallboard={token}");
        using var stranger = Screen(new CookieContainer());
        var paths = console.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(path => !path.StartsWith("/wallboard", StringComparison.Ordinal) && !path.StartsWith("/hubs", StringComparison.Ordinal) && !path.Contains('*', StringComparison.Ordinal))
            .Select(path => System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]*\}", "1"))
            .Append("/map/sites?south=0&west=0&north=1&east=1&zoom=3")
            .Distinct().Where(path => !path.Contains('.', StringComparison.Ordinal)).ToList();

        Assert.Contains("/", paths);
        Assert.Contains("/sites", paths);
        Assert.Contains("/admin/wallboards", paths);
        foreach (var path in paths)
        {
            using var mine = await screen.GetAsync(path);
            using var theirs = await stranger.GetAsync(path);
            Assert.Equal((path, theirs.StatusCode, theirs.LeadsTo()), (path, mine.StatusCode, mine.LeadsTo()));
        }
    }

    [Fact]
    public async Task Revoked_CutsTheScreenOffAndRefusesIt()
    {
        var (cookies, token) = await OpenAsync();
        var id = WallboardSecret.Read(token)!.Id;
        using var socket = new HubSocket();
        Assert.True(await socket.TryConnectAsync(console.Url, cookies));
        await socket.ShakeHandsAsync();
        await socket.CalledAsync("Snapshot");
        var screens = console.Services.GetRequiredService<BoardScreens>();
        await Until.TrueAsync(() => screens.CountOf(id) == 1);

        await Tokens.RevokeAsync(id, Admin, CancellationToken.None);

        await Until.TrueAsync(() => screens.CountOf(id) == 0);
        using var again = new HubSocket();
        Assert.False(await again.TryConnectAsync(console.Url, cookies));
        Assert.Equal(HttpStatusCode.Unauthorized, again.Refusal);
        using var screen = Screen(cookies);
        using var page = await screen.GetAsync("/wallboard");
        Assert.Equal("/wallboard/ended", page.LeadsTo());
    }

    [Fact]
    public async Task Rows_ForAToken_NameNoPersonAndNoAddress()
    {
        await DeliverAsync("""{"message":"NEW_CALLOUT","callout":{"id":81,"address":"9 Dock Road","customerId":4711} }""");
        var board = console.Services.GetRequiredService<Board>();
        await Until.TrueAsync(() => board.Now.Find(81) is not null);
        var (cookies, _) = await OpenAsync();
        using var socket = new HubSocket();

        Assert.True(await socket.TryConnectAsync(console.Url, cookies));
        await socket.ShakeHandsAsync();
        var row = (await socket.CalledAsync("Snapshot")).EnumerateArray().Single(row => row.GetProperty("id").GetInt64() == 81);

        Assert.Equal("Created", row.GetProperty("stage").GetString());
        foreach (var name in new[] { "address", "customerAuraId", "ownerId", "ownerName", "incidentNumber", "lastEntryDetail", "reference", "latitude", "longitude" })
            Assert.Equal(System.Text.Json.JsonValueKind.Null, row.GetProperty(name).ValueKind);
    }

    [Theory]
    [InlineData("{\"token\":\"nonsense\"}", "application/json", HttpStatusCode.Unauthorized)]
    [InlineData("{\"token\":null}", "application/json", HttpStatusCode.Unauthorized)]
    [InlineData("nonsense", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("token=nonsense", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    public async Task HandingIn_Nonsense_OpensNothing(string body, string type, HttpStatusCode expected)
    {
        using var screen = console.Client();

        using var answer = await screen.PostAsync("/wallboard/token", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal(expected, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Cookies_AreBoundToTheirTwoPaths()
    {
        var token = await Tokens.CreateAsync("Wall", Admin, CancellationToken.None);
        using var screen = console.Client();

        using var answer = await screen.PostAsJsonAsync("/wallboard/token", new { token });

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(["/hubs/board", "/wallboard"], cookies.Select(cookie => cookie.Split("path=")[1].Split(';')[0]).Order());
        Assert.All(cookies, cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, cookie => Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(console.LogLines, line => line.Contains(token!, StringComparison.Ordinal));
    }

    private async Task<(CookieContainer Cookies, string Token)> OpenAsync()
    {
        var token = (await Tokens.CreateAsync("Wall", Admin, CancellationToken.None))!;
        var cookies = new CookieContainer();
        using var screen = Screen(cookies);
        using var answer = await screen.PostAsJsonAsync("/wallboard/token", new { token });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return (cookies, token);
    }

    private HttpClient Screen(CookieContainer cookies)
    {
        var screen = console.Client(cookies);
        screen.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return screen;
    }

    private async Task DeliverAsync(string body)
    {
        using var client = console.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "development-only-webhook-secret");
        using var answer = await client.PostAsync("/webhooks/aura", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
