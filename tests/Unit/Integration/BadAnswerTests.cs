using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Integration.Fixtures;
using AuraConsole.Unit.Support;

namespace AuraConsole.Unit.Integration;

/// <summary>Every operation against every bad answer: the right kind, in time, within bounds.</summary>
public sealed class BadAnswerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly string[] OddValues = ["{}", "[]", "[[1]]", "\"x\"", "\" \"", "-1", "1e400", "true", "null", "\"\\ud800\""];

    public static TheoryData<string> Names => AuraOperation.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Html_NotUnderstood(string name) =>
        await FailsAsync(name, "<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>", "text/html");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Truncated_NotUnderstood(string name)
    {
        var whole = AuraOperation.Named(name).Answers[0].Trim();

        await FailsAsync(name, whole[0] is '{' or '[' or '<' ? whole[..^2] : """{"callout":{"id":7""");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WrongTypes_NotUnderstood(string name)
    {
        foreach (var body in new[] { "\"ok\"", "42", "true", "null" })
            await FailsAsync(name, body);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Empty200_DoneOrNotUnderstood(string name)
    {
        var operation = AuraOperation.Named(name);
        if (!operation.EmptyIsDone)
        {
            await FailsAsync(name, "");
            return;
        }

        using var harness = new AuraHarness();
        harness.Aura.Answer(operation.Route, "");

        await operation.Call(harness);

        Assert.Single(harness.Aura.Calls);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryValueOdd_ReadOrNotUnderstoodButNothingElse(string name)
    {
        var operation = AuraOperation.Named(name);
        foreach (var answer in operation.Answers.Where(IsJson))
        {
            foreach (var odd in OddValues)
            {
                using var harness = new AuraHarness();
                harness.Aura.Answer(operation.Route, WithEveryLeaf(JsonNode.Parse(answer), odd));

                var failure = await Record.ExceptionAsync(() => operation.Call(harness));

                Assert.True(failure is null || KindOf(failure) == NotUnderstood(operation), $"{odd}: {failure}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TenMebibytes_CutAtTheLimit(string name)
    {
        var operation = AuraOperation.Named(name);
        await using var server = new LoopbackServer(async (stream, _) =>
        {
            await LoopbackServer.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 10485760\r\nConnection: close\r\n\r\n");
            var piece = new string(' ', 65536);
            for (var sent = 0; sent < 10 * 1024 * 1024; sent += piece.Length)
                await LoopbackServer.WriteAsync(stream, piece);
        });
        using var harness = new AuraHarness(server.Url);

        var failure = await Record.ExceptionAsync(() => operation.Call(harness).WaitAsync(Patience));

        Assert.Equal(NotUnderstood(operation), KindOf(failure));
        Assert.IsType<AnswerTooLargeException>(failure!.InnerException);
        Assert.Equal(1, server.Calls);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Redirect_NotFollowed(string name)
    {
        var operation = AuraOperation.Named(name);
        await using var server = new LoopbackServer((stream, _) =>
            LoopbackServer.WriteAsync(stream, "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        using var harness = new AuraHarness(server.Url);

        var failure = await Record.ExceptionAsync(() => operation.Call(harness).WaitAsync(Patience));

        Assert.Equal(NotUnderstood(operation), KindOf(failure));
        Assert.Equal(1, server.Calls);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Hanging_OverWithTheTimeout(string name)
    {
        var operation = AuraOperation.Named(name);
        await using var server = new LoopbackServer((_, stop) => new TaskCompletionSource().Task.WaitAsync(stop));
        using var harness = new AuraHarness(server.Url, readRetries: 0);

        var call = operation.Call(harness);
        await Until.TrueAsync(() => server.Calls == 1);
        harness.Time.Advance(AuraHarness.AttemptTimeout);
        var failure = await Record.ExceptionAsync(() => call.WaitAsync(Patience));

        Assert.Equal(operation.IsRead ? AuraErrorKind.Unavailable : AuraErrorKind.OutcomeUnknown, KindOf(failure));
    }

    private static AuraErrorKind NotUnderstood(AuraOperation operation) =>
        operation.IsRead ? AuraErrorKind.Unexpected : AuraErrorKind.OutcomeUnknown;

    private static AuraErrorKind? KindOf(Exception? failure) => (failure as AuraApiException)?.Kind;

    private static async Task FailsAsync(string name, string body, string mediaType = "application/json")
    {
        var operation = AuraOperation.Named(name);
        using var harness = new AuraHarness();
        harness.Aura.Answer(operation.Route, body, HttpStatusCode.OK, mediaType);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => operation.Call(harness));

        Assert.Equal((NotUnderstood(operation), 200), (failure.Kind, failure.Status));
        Assert.Single(harness.Aura.Calls);
    }

    private static bool IsJson(string answer) => answer.TrimStart()[0] is '{' or '[';

    private static string WithEveryLeaf(JsonNode? node, string odd) => node switch
    {
        JsonObject known => $"{{{string.Join(',', known.Select(m => $"{JsonSerializer.Serialize(m.Key)}:{WithEveryLeaf(m.Value, odd)}"))}}}",
        JsonArray list => $"[{string.Join(',', list.Select(element => WithEveryLeaf(element, odd)))}]",
        _ => odd,
    };
}
