using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AuraConsole.Unit.BoardPages;
using AuraConsole.Unit.Integration;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Escalations.Sending;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Escalations;

public sealed class HookTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-tests-0123456789";

    private HookReceiver _receiver = null!;
    private EscalationHouse _house = null!;

    public async Task InitializeAsync()
    {
        _receiver = await HookReceiver.StartAsync();
        _house = await EscalationHouse.StartAsync(time: TimeProvider.System, settings: new()
        {
            ["Escalation:AllowPrivateTargets"] = "true",
            ["Escalation:RetryAfter"] = "00:00:00.1",
            ["Escalation:AttemptTimeout"] = "00:00:00.5",
            ["Escalation:MostAttempts"] = "2",
        });
        await _house.RuleAsync(EscalationKind.Unclaimed, webhook: true);
    }

    public async Task DisposeAsync()
    {
        await _house.Service("HookSender").StopAsync(CancellationToken.None);
        _house.Dispose();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Fired_ReceiverTakesIt_OneSignedMessageTellsAll()
    {
        await FireAsync(_receiver.Url, 1, 2);
        var send = await SettledAsync();

        var request = Assert.Single(_receiver.Requests);
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{request.Timestamp}.{request.Body}"));
        Assert.Equal($"v1={Convert.ToHexString(expected).ToLowerInvariant()}", request.Signature);
        Assert.InRange(long.Parse(request.Timestamp, System.Globalization.CultureInfo.InvariantCulture), DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 60, DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        var message = JsonNode.Parse(request.Body)!;
        Assert.Equal((request.Id, "escalation.fired"), (message["id"]!.GetValue<string>(), message["event"]!.GetValue<string>()));
        Assert.Equal([1L, 2L], message["firings"]!.AsArray().Select(firing => firing!["calloutId"]!.GetValue<long>()));
        Assert.Equal("Unclaimed", message["firings"]![0]!["kind"]!.GetValue<string>());
        Assert.Equal((EscalationSendState.Sent, 200, 1), (send.State, send.Status, send.Attempts));
    }

    [Fact]
    public async Task Sent_ReceiverFailsAtFirst_IsTriedUntilItIsTaken()
    {
        _receiver.Answer = (number, context) =>
        {
            context.Response.StatusCode = number <= 4 ? 500 : 204;
            return Task.CompletedTask;
        };

        await FireAsync(_receiver.Url, 1);
        var send = await SettledAsync();

        Assert.Equal((EscalationSendState.Sent, 2), (send.State, send.Attempts));
        Assert.Equal(5, _receiver.Requests.Count);
        Assert.Single(_receiver.Requests.Select(request => request.Id).Distinct());
    }

    [Fact]
    public async Task Sent_NobodyListens_IsGivenUpAndAudited()
    {
        await FireAsync(LoopbackServer.RefusingUrl(), 1);
        var send = await SettledAsync();

        Assert.Equal((EscalationSendState.GivenUp, 2), (send.State, send.Attempts));
        Assert.Null(send.Status);
        await using var db = _house.Database();
        Assert.True(await db.AuditRecords.AnyAsync(record => record.Kind == "escalation.webhook-given-up"));
    }

    [Fact]
    public async Task GivenUp_SentAgainByAnAdmin_IsTakenUnderItsOldIdAndAudited()
    {
        _receiver.Answer = static (_, context) =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        await FireAsync(_receiver.Url, 1);
        var given = await SettledAsync();
        Assert.Equal(EscalationSendState.GivenUp, given.State);

        _receiver.Answer = static (_, context) =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        };
        Assert.True(await _house.Get<HookDesk>().SendAgainAsync(given.Id, EscalationHouse.Admin, default));
        var send = await SettledAsync();

        Assert.Equal((given.Id, EscalationSendState.Sent, 1), (send.Id, send.State, send.Attempts));
        Assert.Single(_receiver.Requests.Select(request => request.Id).Distinct());
        Assert.False(await _house.Get<HookDesk>().SendAgainAsync(given.Id, EscalationHouse.Admin, default));
        await using var db = _house.Database();
        Assert.Equal(1, await db.AuditRecords.CountAsync(record => record.Kind == "escalation.webhook-sent-again"));
    }

    [Fact]
    public async Task Sent_ReceiverIsSlow_TheAttemptEnds()
    {
        _receiver.Answer = (_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);

        await FireAsync(_receiver.Url, 1);
        var send = await SettledAsync();

        Assert.Equal(EscalationSendState.GivenUp, send.State);
        Assert.Contains("No answer within", send.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_ReceiverRedirects_IsNotFollowed()
    {
        _receiver.Answer = (_, context) =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        };

        await FireAsync(_receiver.Url, 1);
        var send = await SettledAsync();

        Assert.Equal((EscalationSendState.GivenUp, 302), (send.State, send.Status));
        Assert.All(_receiver.Requests, request => Assert.Equal("/hook", request.Path));
    }

    [Fact]
    public async Task Restart_HalfWay_TheMessageIsSentUnderTheSameId()
    {
        await SaveHookAsync(_receiver.Url);
        _house.Publish(Rows.Of(1));
        // the firing is on disk, and the process ends before anything was sent
        await _house.LookAsync();
        await using (var db = _house.Database())
            Assert.Equal(EscalationSendState.Waiting, (await db.EscalationSends.SingleAsync()).State);

        await _house.RestartAsync();
        await _house.Service("HookSender").StartAsync(CancellationToken.None);
        var send = await SettledAsync();

        Assert.Equal(EscalationSendState.Sent, send.State);
        Assert.Equal(send.Id.ToString(), Assert.Single(_receiver.Requests).Id);
    }

    [Fact]
    public async Task Test_ReceiverRefuses_ItsAnswerIsShown()
    {
        _receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = 403;
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "unknown signature");
        };
        await SaveHookAsync(_receiver.Url);

        var answer = await _house.Get<HookDesk>().TestAsync(EscalationHouse.Admin, CancellationToken.None);

        Assert.Equal(new HookAnswer(false, 403, "unknown signature"), answer);
        Assert.Contains("escalation.test", Assert.Single(_receiver.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_Secret_IsWrittenAndNeverReadBack()
    {
        await SaveHookAsync(_receiver.Url);
        var desk = _house.Get<HookDesk>();

        var view = (await desk.ReadAsync(EscalationHouse.Admin, CancellationToken.None))!;
        var kept = await desk.SaveAsync(view.Version, _receiver.Url, "", true, EscalationHouse.Admin, CancellationToken.None);
        var stale = await desk.SaveAsync(view.Version, _receiver.Url, "", true, EscalationHouse.Admin, CancellationToken.None);

        Assert.True(view.IsSecretReadable);
        Assert.Equal((HookOutcome.Done, HookOutcome.ChangedMeanwhile), (kept, stale));
        await using var db = _house.Database();
        Assert.DoesNotContain(Secret, (await db.EscalationHooks.SingleAsync()).Secret, StringComparison.Ordinal);
        Assert.All(await db.AuditRecords.ToListAsync(), record => Assert.DoesNotContain(Secret, record.Detail ?? "", StringComparison.Ordinal));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ReadAsync(EscalationHouse.Supervisor, CancellationToken.None));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.TestAsync(EscalationHouse.Supervisor, CancellationToken.None));
    }

    private async Task SaveHookAsync(string url) => Assert.Equal(
        HookOutcome.Done, await _house.Get<HookDesk>().SaveAsync(Guid.Empty, url, Secret, true, EscalationHouse.Admin, CancellationToken.None));

    private async Task FireAsync(string url, params long[] callouts)
    {
        await SaveHookAsync(url);
        await _house.Service("HookSender").StartAsync(CancellationToken.None);
        _house.Publish([.. callouts.Select(id => Rows.Of(id))]);
        await _house.LookAsync();
    }

    private async Task<EscalationSend> SettledAsync()
    {
        EscalationSend? settled = null;
        await Until.TrueAsync(async () =>
        {
            await using var db = _house.Database();
            settled = await db.EscalationSends.AsNoTracking().FirstOrDefaultAsync(send => send.State != EscalationSendState.Waiting);
            return settled is not null;
        });
        return settled!;
    }
}
