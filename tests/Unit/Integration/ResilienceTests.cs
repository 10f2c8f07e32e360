using System.Net;
using System.Net.Http.Headers;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Support;

namespace AuraConsole.Unit.Integration;

public sealed class ResilienceTests : IDisposable
{
    private const string ActiveList = "GET /panic-api/v2/callouts/activeCallouts";
    private const string Raise = "POST /panic-api/v2/predefinedLocations/externalRef/site-1/callouts";
    private const string Cancel = "POST /panic-api/v2/callouts/7/cancel";

    private readonly AuraHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Read_FailsOnce_RetriedAndAnswered(int status)
    {
        _harness.Aura.Answer(ActiveList, "", (HttpStatusCode)status).Answer(ActiveList, """[{"id":7}]""");

        var active = await _harness.PassTimeAsync(_harness.Callouts.ListActiveAsync());

        Assert.Equal(7, Assert.Single(active).Id);
        Assert.Equal(2, _harness.Aura.Calls.Count);
        Assert.Single(_harness.Aura.Calls.Select(call => call.Header(AuraHttp.CorrelationHeader)).Distinct());
    }

    [Fact]
    public async Task Read_KeepsFailing_UnavailableAfterAllAttempts()
    {
        _harness.Aura.Answer(ActiveList, """{"message":"upstream"}""", HttpStatusCode.BadGateway);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => _harness.PassTimeAsync(_harness.Callouts.ListActiveAsync()));

        Assert.Equal(AuraErrorKind.Unavailable, failure.Kind);
        Assert.Equal(502, failure.Status);
        Assert.Equal("upstream", failure.AuraMessage);
        Assert.Equal(3, _harness.Aura.Calls.Count);
    }

    [Fact]
    public async Task Read_NoRetriesConfigured_OneAttempt()
    {
        using var harness = new AuraHarness(readRetries: 0);
        harness.Aura.Answer(ActiveList, "", HttpStatusCode.BadGateway);

        await Assert.ThrowsAsync<AuraApiException>(() => harness.Callouts.ListActiveAsync());

        Assert.Single(harness.Aura.Calls);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Read_Refused_NotRetried(int status)
    {
        _harness.Aura.Answer(ActiveList, "", (HttpStatusCode)status);

        await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.ListActiveAsync());

        Assert.Single(_harness.Aura.Calls);
    }

    [Fact]
    public async Task Read_RetryAfterInSeconds_WaitsExactlyThat()
    {
        _harness.Aura.On(ActiveList, _ => Task.FromResult(Wait(new RetryConditionHeaderValue(TimeSpan.FromSeconds(17)))));
        _harness.Aura.Answer(ActiveList, "[]");

        var list = _harness.Callouts.ListActiveAsync();
        await _harness.Time.TimerSetAsync(TimeSpan.FromSeconds(17));
        _harness.Time.Advance(TimeSpan.FromSeconds(16));
        Assert.Single(_harness.Aura.Calls);
        _harness.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(await list);
        Assert.Equal(2, _harness.Aura.Calls.Count);
    }

    [Fact]
    public async Task Read_RetryAfterAsDate_WaitsUntilThen()
    {
        var date = _harness.Time.GetUtcNow().AddSeconds(19);
        _harness.Aura.On(ActiveList, _ => Task.FromResult(Wait(new RetryConditionHeaderValue(date)))).Answer(ActiveList, "[]");

        var list = _harness.Callouts.ListActiveAsync();
        await _harness.Time.TimerSetAsync(TimeSpan.FromSeconds(19));
        _harness.Time.Advance(TimeSpan.FromSeconds(19));

        Assert.Empty(await list);
    }

    [Fact]
    public async Task Read_RetryAfterBeyondPatience_FailsAtOnceWithTheDelay()
    {
        _harness.Aura.On(ActiveList, _ => Task.FromResult(Wait(new RetryConditionHeaderValue(TimeSpan.FromMinutes(5)))));

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.ListActiveAsync());

        Assert.Equal(AuraErrorKind.RateLimited, failure.Kind);
        Assert.Equal(TimeSpan.FromMinutes(5), failure.RetryAfter);
        Assert.Single(_harness.Aura.Calls);
    }

    [Fact]
    public async Task Raise_RateLimited_NotRetriedAndDelayTold()
    {
        _harness.Aura.On(Raise, _ => Task.FromResult(Wait(new RetryConditionHeaderValue(TimeSpan.FromSeconds(2)))));

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync());

        Assert.Equal(AuraErrorKind.RateLimited, failure.Kind);
        Assert.Equal(TimeSpan.FromSeconds(2), failure.RetryAfter);
        Assert.Single(_harness.Aura.Calls);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(302)]
    public async Task Write_ServerFails_SentOnceAndOutcomeUnknown(int status)
    {
        _harness.Aura.Answer(Raise, "<html>bad gateway</html>", (HttpStatusCode)status, "text/html");
        _harness.Aura.Answer(Cancel, "", (HttpStatusCode)status);

        var raise = await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync());
        var cancel = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.CancelAsync(7));

        Assert.Equal((AuraErrorKind.OutcomeUnknown, AuraErrorKind.OutcomeUnknown), (raise.Kind, cancel.Kind));
        Assert.Equal(status, raise.Status);
        Assert.Equal(2, _harness.Aura.Calls.Count);
    }

    [Fact]
    public async Task Raise_NoAnswerInTime_SentOnceAndOutcomeUnknown()
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _harness.Aura.On(Raise, stop => HangAsync(sent, stop));

        var raise = RaiseAsync();
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(10));
        _harness.Time.Advance(AuraHarness.AttemptTimeout);
        var failure = await Assert.ThrowsAsync<AuraApiException>(() => raise);

        Assert.Equal(AuraErrorKind.OutcomeUnknown, failure.Kind);
        Assert.Null(failure.Status);
        Assert.Single(_harness.Aura.Calls);
    }

    [Fact]
    public async Task Raise_GivenUpByCaller_Cancelled()
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _harness.Aura.On(Raise, stop => HangAsync(sent, stop));
        using var caller = new CancellationTokenSource();

        var raise = _harness.Callouts.RaiseForSiteAsync("site-1", new RaiseForSite(), caller.Token);
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => raise);
    }

    [Theory]
    [InlineData(400, AuraErrorKind.Invalid)]
    [InlineData(401, AuraErrorKind.Unauthorised)]
    [InlineData(403, AuraErrorKind.Forbidden)]
    [InlineData(404, AuraErrorKind.NotFound)]
    [InlineData(409, AuraErrorKind.Conflict)]
    [InlineData(415, AuraErrorKind.Invalid)]
    [InlineData(422, AuraErrorKind.Invalid)]
    [InlineData(429, AuraErrorKind.RateLimited)]
    public async Task Write_Refused_KindStatusMessageAndCorrelation(int status, AuraErrorKind kind)
    {
        _harness.Aura.Answer(Raise, """{"message":"No fixed location matches that external reference"}""", (HttpStatusCode)status);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync());

        Assert.Equal(kind, failure.Kind);
        Assert.Equal(status, failure.Status);
        Assert.Equal("No fixed location matches that external reference", failure.AuraMessage);
        Assert.Equal(failure.CorrelationId, _harness.Aura.Calls[^1].Header(AuraHttp.CorrelationHeader));
        Assert.True(Guid.TryParseExact(failure.CorrelationId, "N", out _));
        Assert.Contains(_harness.Logs.Warnings, line => line.Contains(failure.CorrelationId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_Endless_Capped()
    {
        _harness.Aura.Answer(Raise, $$"""{"message":"{{new string('x', 5000)}}"}""", HttpStatusCode.BadRequest);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync());

        Assert.Equal(1000, failure.AuraMessage?.Length);
    }

    [Fact]
    public async Task Breaker_FewFailures_StaysClosed()
    {
        _harness.Aura.Answer(Raise, "", HttpStatusCode.BadGateway);
        for (var call = 0; call < AuraPipelines.CallsBeforeBreak - 1; call++)
            await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync());

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync());

        Assert.Equal(AuraErrorKind.OutcomeUnknown, failure.Kind);
        Assert.Equal(AuraPipelines.CallsBeforeBreak, _harness.Aura.Calls.Count);
    }

    [Fact]
    public async Task Breaker_Open_RaiseNotSentAndUnavailableUntilTheBreakEnds()
    {
        _harness.Aura.Answer(Cancel, "", HttpStatusCode.BadGateway);
        _harness.Aura.Answer(Raise, """{"callout":{"id":7}}""");
        for (var call = 0; call < AuraPipelines.CallsBeforeBreak; call++)
            await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.CancelAsync(7));

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync());
        var sentWhileOpen = _harness.Aura.Calls.Count;
        _harness.Time.Advance(AuraPipelines.Break);
        var raised = await RaiseAsync();

        Assert.Equal(AuraErrorKind.Unavailable, failure.Kind);
        Assert.Equal(AuraPipelines.CallsBeforeBreak, sentWhileOpen);
        Assert.Equal(7, raised.Callout.Id);
    }

    [Fact]
    public async Task Breaker_ManyRefusals_StaysClosed()
    {
        _harness.Aura.Answer(Raise, "", HttpStatusCode.BadRequest);

        for (var call = 0; call < 3 * AuraPipelines.CallsBeforeBreak; call++)
            await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync());

        Assert.Equal(3 * AuraPipelines.CallsBeforeBreak, _harness.Aura.Calls.Count);
    }

    private Task<RaisedCallout> RaiseAsync() => _harness.Callouts.RaiseForSiteAsync("site-1", new RaiseForSite());

    private static Task<HttpResponseMessage> HangAsync(TaskCompletionSource sent, CancellationToken stop)
    {
        sent.TrySetResult();
        return new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(stop);
    }

    private static HttpResponseMessage Wait(RetryConditionHeaderValue retryAfter)
    {
        var response = StubAuraHandler.Response(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter = retryAfter;
        return response;
    }
}
