using System.Net;
using System.Text;
using System.Text.Json;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Live;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Live;

public sealed class BoardHubTests(ListeningConsole console) : IClassFixture<ListeningConsole>
{
    [Fact]
    public async Task Connect_Anonymous_IsRefused()
    {
        using var socket = new HubSocket();

        Assert.False(await socket.TryConnectAsync(console.Url, cookies: null));

        Assert.Equal(HttpStatusCode.Unauthorized, socket.Refusal);
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    public async Task Connect_FromAForeignPage_IsForbidden(string origin)
    {
        using var socket = new HubSocket();

        Assert.False(await socket.TryConnectAsync(console.Url, await SignInAsync(), origin));

        Assert.Equal(HttpStatusCode.Forbidden, socket.Refusal);
    }

    [Fact]
    public async Task Connect_FromItsOwnPage_GetsTheSnapshot()
    {
        await DeliverAsync(Bodies.Minimal(Bodies.Acknowledged, 71));
        await ShownAsync(71, 1);
        using var socket = new HubSocket();

        Assert.True(await socket.TryConnectAsync(console.Url, await SignInAsync(), console.Url.GetLeftPart(UriPartial.Authority)));
        await socket.ShakeHandsAsync();

        var row = Assert.Single((await socket.CalledAsync("Snapshot")).EnumerateArray(), row => Id(row) == 71);
        Assert.Equal("Dispatched", row.GetProperty("stage").GetString());
    }

    [Fact]
    public async Task Delivery_AfterConnecting_IsPushedOnceWithItsVersion()
    {
        using var socket = new HubSocket();
        Assert.True(await socket.TryConnectAsync(console.Url, await SignInAsync()));
        await socket.ShakeHandsAsync();
        await socket.CalledAsync("Snapshot");

        await DeliverAsync(Bodies.Minimal(Bodies.Acknowledged, 72));
        var first = await NextAsync(socket, 72);
        await DeliverAsync(Bodies.Minimal(Bodies.Arrived, 72));
        var second = await NextAsync(socket, 72);

        Assert.Equal(("Dispatched", 1), (first.GetProperty("stage").GetString(), first.GetProperty("version").GetInt32()));
        Assert.Equal(("OnScene", 2), (second.GetProperty("stage").GetString(), second.GetProperty("version").GetInt32()));
        Assert.Equal("StageReached", second.GetProperty("lastEntryKind").GetString());
        Assert.All(second.EnumerateObject(), member => Assert.True(char.IsLower(member.Name[0]), member.Name));
    }

    [Fact]
    public async Task Disconnect_EndsTheSubscription()
    {
        var feed = console.Services.GetRequiredService<Board>().Feed;
        var before = feed.Subscribers;
        using (var socket = new HubSocket())
        {
            Assert.True(await socket.TryConnectAsync(console.Url, await SignInAsync()));
            await socket.ShakeHandsAsync();
            await socket.CalledAsync("Snapshot");
            Assert.Equal(before + 1, feed.Subscribers);
        }

        await Until.TrueAsync(() => feed.Subscribers == before);
    }

    private static long Id(JsonElement row) => row.GetProperty("id").GetInt64();

    private static async Task<JsonElement> NextAsync(HubSocket socket, long id)
    {
        JsonElement row;
        do
            row = await socket.CalledAsync("CalloutChanged");
        while (Id(row) != id);
        return row;
    }

    private async Task ShownAsync(long id, int version)
    {
        var board = console.Services.GetRequiredService<Board>();
        await Until.TrueAsync(() => board.Now.Find(id)?.Version >= version);
    }

    private async Task<CookieContainer> SignInAsync()
    {
        var cookies = new CookieContainer();
        using var client = console.Client(cookies);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var answer = await client.SignInAsync();
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return cookies;
    }

    private async Task DeliverAsync(string body)
    {
        using var client = console.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "development-only-webhook-secret");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/webhooks/aura", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
