using System.Net;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Support;

namespace AuraConsole.Unit.Integration;

public sealed class TokenProviderTests : IDisposable
{
    private const string Token = "POST " + StubAuraHandler.TokenPath;
    private const string ActiveList = "GET /panic-api/v2/callouts/activeCallouts";
    private const string Raise = "POST /panic-api/v2/predefinedLocations/externalRef/site-1/callouts";

    private readonly AuraHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Token_ManyCallersAtOnce_FetchedOnce()
    {
        var issued = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _harness.Aura.On(Token, _ => issued.Task);

        var callers = Enumerable.Range(0, 50).Select(_ => _harness.Tokens.GetAsync(CancellationToken.None)).ToArray();
        issued.SetResult(Issue("one"));
        var tokens = await Task.WhenAll(callers);

        Assert.All(tokens, token => Assert.Equal("one", token.Value));
        Assert.Single(_harness.Aura.TokenCalls);
    }

    [Fact]
    public async Task Token_OneCallerGivesUp_OthersStillGetIt()
    {
        var issued = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _harness.Aura.On(Token, stop => issued.Task.WaitAsync(stop));
        using var impatience = new CancellationTokenSource();

        var impatient = _harness.Tokens.GetAsync(impatience.Token);
        var patient = _harness.Tokens.GetAsync(CancellationToken.None);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        issued.SetResult(Issue("one"));

        Assert.Equal("one", (await patient).Value);
        Assert.Single(_harness.Aura.TokenCalls);
    }

    [Fact]
    public async Task Token_InItsLastTenth_RenewedWhileStillHandedOut()
    {
        var renewed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _harness.Aura.On(Token, _ => Task.FromResult(Issue("one"))).On(Token, _ =>
        {
            renewed.TrySetResult();
            return Task.FromResult(Issue("two"));
        });
        await _harness.Tokens.GetAsync(CancellationToken.None);

        _harness.Time.Advance(TimeSpan.FromMinutes(53));
        var before = await _harness.Tokens.GetAsync(CancellationToken.None);
        Assert.Single(_harness.Aura.TokenCalls);
        _harness.Time.Advance(TimeSpan.FromMinutes(2));
        var during = await _harness.Tokens.GetAsync(CancellationToken.None);
        await renewed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await Until.TrueAsync(async () => (await _harness.Tokens.GetAsync(CancellationToken.None)).Value == "two");

        Assert.Equal("one", before.Value);
        Assert.Equal("one", during.Value);
    }

    [Fact]
    public async Task Token_Expired_WaitedFor()
    {
        _harness.Aura.On(Token, _ => Task.FromResult(Issue("one"))).On(Token, _ => Task.FromResult(Issue("two")));
        await _harness.Tokens.GetAsync(CancellationToken.None);

        _harness.Time.Advance(TimeSpan.FromHours(2));

        Assert.Equal("two", (await _harness.Tokens.GetAsync(CancellationToken.None)).Value);
    }

    [Fact]
    public async Task Token_RenewalFailsInTime_OldOneServesOn()
    {
        _harness.Aura.On(Token, _ => Task.FromResult(Issue("one"))).Answer(Token, "down", HttpStatusCode.BadGateway);
        _harness.Aura.Answer(ActiveList, "[]");
        await _harness.Callouts.ListActiveAsync();

        _harness.Time.Advance(TimeSpan.FromMinutes(55));
        await _harness.Callouts.ListActiveAsync();

        Assert.All(_harness.Aura.Calls, call => Assert.Equal("Bearer one", call.Header("Authorization")));
    }

    [Fact]
    public async Task Token_Failure_NotCached()
    {
        _harness.Aura.Answer(Token, """{"message":"no"}""", HttpStatusCode.Unauthorized).On(Token, _ => Task.FromResult(Issue("two")));

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Tokens.GetAsync(CancellationToken.None));
        var token = await _harness.Tokens.GetAsync(CancellationToken.None);

        Assert.Equal(AuraErrorKind.Unauthorised, failure.Kind);
        Assert.Equal("two", token.Value);
    }

    [Theory]
    [InlineData(400, """{"message":"no"}""", AuraErrorKind.Unauthorised)]
    [InlineData(401, """{"message":"no"}""", AuraErrorKind.Unauthorised)]
    [InlineData(403, "", AuraErrorKind.Unauthorised)]
    [InlineData(429, "", AuraErrorKind.RateLimited)]
    [InlineData(302, "", AuraErrorKind.Unavailable)]
    [InlineData(404, "", AuraErrorKind.Unavailable)]
    [InlineData(500, "", AuraErrorKind.Unavailable)]
    [InlineData(200, "<html>", AuraErrorKind.Unavailable)]
    [InlineData(200, "", AuraErrorKind.Unavailable)]
    public async Task Raise_TokenCallFails_NothingSentAndSaidSo(int status, string body, AuraErrorKind expected)
    {
        _harness.Aura.Answer(Token, body, (HttpStatusCode)status);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.RaiseForSiteAsync("site-1", new RaiseForSite()));

        Assert.Equal(expected, failure.Kind);
        Assert.Equal(status, failure.Status);
        Assert.Empty(_harness.Aura.Calls);
    }

    [Fact]
    public async Task Raise_TokenCallHangs_UnavailableAndNotSent()
    {
        _harness.Aura.On(Token, stop => new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(stop));

        var raise = _harness.Callouts.RaiseForSiteAsync("site-1", new RaiseForSite());
        var failure = await Assert.ThrowsAsync<AuraApiException>(() => _harness.PassTimeAsync(raise));

        Assert.Equal(AuraErrorKind.Unavailable, failure.Kind);
        Assert.Empty(_harness.Aura.Calls);
    }

    [Fact]
    public async Task Raise_TokenRefused_RenewedAndSentOnceMore()
    {
        _harness.Aura.On(Token, _ => Task.FromResult(Issue("one"))).On(Token, _ => Task.FromResult(Issue("two")));
        _harness.Aura.Answer(Raise, "", HttpStatusCode.Unauthorized).Answer(Raise, """{"callout":{"id":7}}""");

        var raised = await _harness.Callouts.RaiseForSiteAsync("site-1", new RaiseForSite { ResponseTypeId = 2 });

        Assert.Equal(7, raised.Callout.Id);
        Assert.Equal(["Bearer one", "Bearer two"], _harness.Aura.Calls.Select(call => call.Header("Authorization")));
        Assert.All(_harness.Aura.Calls, call => Assert.Equal("""{"responseTypeId":2}""", call.Body));
    }

    [Fact]
    public async Task Raise_RefusedTwice_Unauthorised()
    {
        _harness.Aura.Answer(Raise, """{"message":"go away"}""", HttpStatusCode.Unauthorized);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.RaiseForSiteAsync("site-1", new RaiseForSite()));

        Assert.Equal(AuraErrorKind.Unauthorised, failure.Kind);
        Assert.Equal("go away", failure.AuraMessage);
        Assert.Equal(2, _harness.Aura.Calls.Count);
    }

    [Fact]
    public async Task Raise_RefusedThenNoNewToken_UnavailableNotUnknown()
    {
        _harness.Aura.On(Token, _ => Task.FromResult(Issue("one"))).Answer(Token, "", HttpStatusCode.BadGateway);
        _harness.Aura.Answer(Raise, "", HttpStatusCode.Unauthorized);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.RaiseForSiteAsync("site-1", new RaiseForSite()));

        Assert.Equal(AuraErrorKind.Unavailable, failure.Kind);
        Assert.Single(_harness.Aura.Calls);
    }

    [Fact]
    public async Task Raise_RefusedThenTokenHangs_UnavailableNotUnknown()
    {
        _harness.Aura.On(Token, _ => Task.FromResult(Issue("one")))
            .On(Token, stop => new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(stop));
        _harness.Aura.Answer(Raise, "", HttpStatusCode.Unauthorized);

        var raise = _harness.Callouts.RaiseForSiteAsync("site-1", new RaiseForSite());
        await Until.TrueAsync(() => _harness.Aura.TokenCalls.Count == 2);
        var failure = await Assert.ThrowsAsync<AuraApiException>(() => _harness.PassTimeAsync(raise));

        Assert.Equal(AuraErrorKind.Unavailable, failure.Kind);
        Assert.Single(_harness.Aura.Calls);
    }

    [Fact]
    public async Task Drop_TokenAlreadyReplaced_KeepsTheNewOne()
    {
        _harness.Aura.On(Token, _ => Task.FromResult(Issue("one"))).On(Token, _ => Task.FromResult(Issue("two")));
        var first = await _harness.Tokens.GetAsync(CancellationToken.None);
        _harness.Tokens.Drop(first);
        await _harness.Tokens.GetAsync(CancellationToken.None);

        _harness.Tokens.Drop(first);

        Assert.Equal("two", (await _harness.Tokens.GetAsync(CancellationToken.None)).Value);
        Assert.Equal(2, _harness.Aura.TokenCalls.Count);
    }

    [Fact]
    public async Task Logs_AfterCallsAndFailures_HoldNoSecretTokenOrReference()
    {
        _harness.Aura.On(Token, _ => Task.FromResult(Issue("token-in-use")));
        _harness.Aura.Answer(Raise, """{"callout":{"id":7}}""").Answer(Raise, "", HttpStatusCode.Unauthorized);
        await _harness.Callouts.RaiseForSiteAsync("site-1", new RaiseForSite());
        await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.RaiseForSiteAsync("site-1", new RaiseForSite()));

        var all = string.Join('\n', _harness.Logs.Lines);

        Assert.Contains("{reference}/callouts: 200", all);
        Assert.DoesNotContain(AuraHarness.Secret, all);
        Assert.DoesNotContain("token-in-use", all);
        Assert.DoesNotContain("site-1", all);
        Assert.Contains(_harness.Aura.TokenCalls, call => call.Body == $$"""{"clientId":"client","clientSecret":"{{AuraHarness.Secret}}"}""");
    }

    private static HttpResponseMessage Issue(string token) =>
        StubAuraHandler.Response(HttpStatusCode.OK, $$"""{"accessToken":"{{token}}","tokenType":"Bearer","expiresIn":3600}""");
}
