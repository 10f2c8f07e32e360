using System.Net.Sockets;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Support;

namespace AuraConsole.Unit.Integration;

/// <summary>What only a real socket can do to a call.</summary>
public sealed class SocketTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Raise_ConnectionRefused_Unavailable()
    {
        using var harness = new AuraHarness(LoopbackServer.RefusingUrl());

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync(harness));

        Assert.Equal(AuraErrorKind.Unavailable, failure.Kind);
    }

    [Fact]
    public async Task Raise_RefusedAfterTokenWasIssued_Unavailable()
    {
        var server = new LoopbackServer((_, _) => Task.CompletedTask);
        using var harness = new AuraHarness(server.Url);
        await harness.Tokens.GetAsync(CancellationToken.None);
        await server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync(harness));

        Assert.Equal(AuraErrorKind.Unavailable, failure.Kind);
    }

    [Fact]
    public async Task Raise_TimesOutWhileConnecting_Unavailable()
    {
        var connecting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new LoopbackServer((_, _) => Task.CompletedTask);
        using var sockets = new SocketsHttpHandler
        {
            ConnectCallback = async (_, stop) =>
            {
                connecting.TrySetResult();
                await NeverAsync(stop);
                return Stream.Null;
            },
        };
        using var harness = new AuraHarness(server.Url, handler: sockets);

        var raise = RaiseAsync(harness);
        await connecting.Task.WaitAsync(Patience);
        harness.Time.Advance(AuraHarness.AttemptTimeout);
        var failure = await Assert.ThrowsAsync<AuraApiException>(() => raise.WaitAsync(Patience));

        Assert.Equal(AuraErrorKind.Unavailable, failure.Kind);
    }

    [Fact]
    public async Task Raise_ConnectTimeoutOfTheSocket_Unavailable()
    {
        await using var server = new LoopbackServer((_, _) => Task.CompletedTask);
        using var sockets = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(50),
            ConnectCallback = async (_, stop) =>
            {
                await NeverAsync(stop);
                return Stream.Null;
            },
        };
        using var harness = new AuraHarness(server.Url, handler: sockets);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync(harness).WaitAsync(Patience));

        Assert.Equal(AuraErrorKind.Unavailable, failure.Kind);
    }

    [Fact]
    public async Task Raise_ConnectionClosedWithoutAnswer_SentOnceAndOutcomeUnknown()
    {
        await using var server = new LoopbackServer((_, _) => Task.CompletedTask);
        using var harness = new AuraHarness(server.Url);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync(harness));

        Assert.Equal(AuraErrorKind.OutcomeUnknown, failure.Kind);
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public async Task Raise_ServerHangs_SentOnceAndOutcomeUnknown()
    {
        await using var server = new LoopbackServer((_, stop) => NeverAsync(stop));
        using var harness = new AuraHarness(server.Url);

        var raise = RaiseAsync(harness);
        await Until.TrueAsync(() => server.Calls == 1);
        harness.Time.Advance(AuraHarness.AttemptTimeout);
        var failure = await Assert.ThrowsAsync<AuraApiException>(() => raise.WaitAsync(Patience));

        Assert.Equal(AuraErrorKind.OutcomeUnknown, failure.Kind);
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public async Task Raise_AnswerBreaksOffInItsBody_OutcomeUnknown()
    {
        await using var server = new LoopbackServer((stream, _) => LoopbackServer.WriteAsync(stream, Cut("200 OK")));
        using var harness = new AuraHarness(server.Url);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync(harness));

        Assert.Equal(AuraErrorKind.OutcomeUnknown, failure.Kind);
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public async Task Raise_RefusalBreaksOffInItsBody_StillARefusal()
    {
        await using var server = new LoopbackServer((stream, _) => LoopbackServer.WriteAsync(stream, Cut("400 Bad Request")));
        using var harness = new AuraHarness(server.Url);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync(harness));

        Assert.Equal((AuraErrorKind.Invalid, 400), (failure.Kind, failure.Status));
    }

    [Fact]
    public async Task Raise_BodyTricklesBeyondTheTimeout_OutcomeUnknown()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new LoopbackServer((stream, stop) => TrickleAsync(stream, begun, stop));
        using var harness = new AuraHarness(server.Url);

        var raise = RaiseAsync(harness);
        await begun.Task.WaitAsync(Patience);
        harness.Time.Advance(AuraHarness.AttemptTimeout);
        var failure = await Assert.ThrowsAsync<AuraApiException>(() => raise.WaitAsync(Patience));

        Assert.Equal(AuraErrorKind.OutcomeUnknown, failure.Kind);
    }

    [Fact]
    public async Task Read_ServerHangs_RetriedThenUnavailable()
    {
        await using var server = new LoopbackServer((_, stop) => NeverAsync(stop));
        using var harness = new AuraHarness(server.Url);

        var read = harness.Callouts.GetAsync(7);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            // time passes only between attempts: a busy machine must not let one time out before it has reached the server
            var begun = harness.Time.TimerSetAsync(AuraHarness.AttemptTimeout);
            await Until.TrueAsync(() =>
            {
                if (!begun.IsCompleted)
                    harness.Time.Advance(TimeSpan.FromMilliseconds(1));
                return begun.IsCompleted;
            });
            await Until.TrueAsync(() => server.Calls == attempt);
            harness.Time.Advance(AuraHarness.AttemptTimeout);
        }

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => read.WaitAsync(Patience));

        Assert.Equal(AuraErrorKind.Unavailable, failure.Kind);
        Assert.Equal(3, server.Calls);
    }

    [Fact]
    public async Task Read_EndlessBodyWithoutLength_CutAtTheLimit()
    {
        await using var server = new LoopbackServer(FloodAsync);
        using var harness = new AuraHarness(server.Url);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => harness.Callouts.ListActiveAsync().WaitAsync(Patience));

        Assert.Equal((AuraErrorKind.Unexpected, 200), (failure.Kind, failure.Status));
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public async Task Read_Redirected_NotFollowed()
    {
        await using var server = new LoopbackServer((stream, _) =>
            LoopbackServer.WriteAsync(stream, "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        using var harness = new AuraHarness(server.Url);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => harness.Callouts.ListActiveAsync());

        Assert.Equal((AuraErrorKind.Unexpected, 302), (failure.Kind, failure.Status));
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public async Task Read_ClosedCallout_285OverTheWire()
    {
        await using var server = new LoopbackServer((stream, _) =>
            LoopbackServer.WriteAsync(stream, LoopbackServer.Http("285 Callout Closed", """{"callout":{"id":7,"status":"odd"}}""")));
        using var harness = new AuraHarness(server.Url);

        var callout = await harness.Callouts.GetAsync(7);

        Assert.True(callout.ClosedByStatusCode);
        Assert.Equal("odd", callout.Status);
    }

    private static Task<RaisedCallout> RaiseAsync(AuraHarness harness) => harness.Callouts.RaiseForSiteAsync("site-1", new RaiseForSite());

    private static string Cut(string status) =>
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{{\"callout\":";

    private static Task NeverAsync(CancellationToken stop) => new TaskCompletionSource().Task.WaitAsync(stop);

    private static async Task TrickleAsync(NetworkStream stream, TaskCompletionSource begun, CancellationToken stop)
    {
        await LoopbackServer.WriteAsync(stream, Cut("200 OK"));
        begun.TrySetResult();
        await NeverAsync(stop);
    }

    private static async Task FloodAsync(NetworkStream stream, CancellationToken stop)
    {
        await LoopbackServer.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n[");
        while (!stop.IsCancellationRequested)
            await LoopbackServer.WriteAsync(stream, new string(' ', 32768));
    }
}
