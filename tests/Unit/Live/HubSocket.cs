using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace AuraConsole.Unit.Live;

/// <summary>A wallboard's end of <c>/hubs/board</c>: SignalR's JSON protocol over a WebSocket, by hand.</summary>
internal sealed class HubSocket : IDisposable
{
    private const byte RecordEnd = 0x1e;

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(15));
    private readonly List<byte> _received = [];

    /// <summary>What the server answered instead of switching to a WebSocket.</summary>
    public HttpStatusCode Refusal => _socket.HttpStatusCode;

    public async Task<bool> TryConnectAsync(Uri console, CookieContainer? cookies, string? origin = null)
    {
        _socket.Options.CollectHttpResponseDetails = true;
        _socket.Options.Cookies = cookies;
        if (origin is not null)
            _socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await _socket.ConnectAsync(new UriBuilder(console) { Scheme = "ws", Path = "/hubs/board" }.Uri, _patience.Token);
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    public async Task ShakeHandsAsync()
    {
        await _socket.SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, true, _patience.Token);
        Assert.Equal("{}", await NextRecordAsync());
    }

    /// <summary>The first argument of the next call of <paramref name="target"/>; other records are passed over.</summary>
    public async Task<JsonElement> CalledAsync(string target)
    {
        while (true)
        {
            var record = JsonDocument.Parse(await NextRecordAsync()).RootElement;
            if (record.GetProperty("type").GetInt32() == 1 && record.GetProperty("target").GetString() == target)
                return record.GetProperty("arguments")[0];
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _patience.Dispose();
    }

    private async Task<string> NextRecordAsync()
    {
        var buffer = new byte[8192];
        int end;
        while ((end = _received.IndexOf(RecordEnd)) < 0)
        {
            var part = await _socket.ReceiveAsync(buffer, _patience.Token);
            Assert.NotEqual(WebSocketMessageType.Close, part.MessageType);
            _received.AddRange(buffer.AsSpan(0, part.Count));
        }
        var record = Encoding.UTF8.GetString([.. _received[..end]]);
        _received.RemoveRange(0, end + 1);
        return record;
    }
}
