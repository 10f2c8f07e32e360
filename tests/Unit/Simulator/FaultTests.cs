using System.Diagnostics;
using System.Net;

namespace AuraConsole.Unit.Simulator;

public sealed class FaultTests : SimulatorTest
{
    private const string Active = "/panic-api/v2/callouts/activeCallouts";

    [Fact]
    public async Task Duplicates_EachDelivery_IsSentAgain()
    {
        await using var receiver = await StartReceiverAsync();
        Host.Faults.Duplicates = 2;
        var id = await RaiseAsync();
        Host.Step(id);

        Assert.Equal(
            ["NEW_CALLOUT", "NEW_CALLOUT", "NEW_CALLOUT", "CALLOUT_OWNED", "CALLOUT_OWNED", "CALLOUT_OWNED"],
            (await receiver.NextAsync(6)).Select(delivery => delivery.Event));
    }

    [Fact]
    public async Task Reorder_FullWindow_IsSentInReverse()
    {
        await using var receiver = await StartReceiverAsync();
        (Host.Faults.ReorderWindow, Host.Faults.ReorderHold) = (3, TimeSpan.FromMinutes(1));
        var id = await RaiseAsync();
        Host.Step(id);
        Host.Step(id);

        Assert.Equal(
            ["RESPONDER_ACKNOWLEDGED_CALLOUT", "CALLOUT_OWNED", "NEW_CALLOUT"],
            (await receiver.NextAsync(3)).Select(delivery => delivery.Event));
    }

    [Fact]
    public async Task Reorder_UnfilledWindow_IsSentAfterItsTime()
    {
        await using var receiver = await StartReceiverAsync();
        (Host.Faults.ReorderWindow, Host.Faults.ReorderHold) = (3, TimeSpan.FromMilliseconds(5));
        await RaiseAsync();

        Assert.Equal("NEW_CALLOUT", (await receiver.NextAsync()).Event);
    }

    [Fact]
    public async Task Loss_NextAndAll_AreNotSent()
    {
        await using var receiver = await StartReceiverAsync();
        Host.Faults.DropDeliveries = 1;
        var id = await RaiseAsync();
        Host.Step(id);
        Assert.Equal("CALLOUT_OWNED", (await receiver.NextAsync()).Event);

        Host.Faults.Loss = 1;
        Host.Step(id);
        await UntilAsync(() => Host.State.Deliveries.Count == 3);
        Host.Faults.Loss = 0;
        Host.Step(id);
        Assert.Equal("RESPONDER_ARRIVED_ON_SCENE", (await receiver.NextAsync()).Event);
    }

    [Fact]
    public async Task DropAnswers_Raise_LeavesExactlyOneCallout()
    {
        Host.Faults.DropAnswers = 1;

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(RaisePath("SITE-0001")));

        var active = (await GetAsync(Active)).Body;
        Assert.Equal(1, active.GetArrayLength());
        Assert.Equal(active[0].GetProperty("id").GetInt64(), await RaiseAsync());
        Assert.Single(Host.State.Main.Callouts);
        Assert.Equal(0, Host.Faults.DropAnswers);
    }

    [Fact]
    public async Task DropAnswers_Cancel_IsCancelled()
    {
        var id = await RaiseAsync();
        Host.Faults.DropAnswers = 1;

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync($"/panic-api/v2/callouts/{id}/cancel"));

        Assert.Equal("Responder Cancelled", await StatusAsync(id));
        await UntilAsync(() => Host.State.Requests.Any(request => request.Path.EndsWith("/cancel", StringComparison.Ordinal) && request.Status == 0));
    }

    [Fact]
    public async Task DropRequests_Raise_LeavesNoCallout()
    {
        Host.Faults.DropRequests = 1;

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(RaisePath("SITE-0001")));

        Assert.Equal(0, (await GetAsync(Active)).Body.GetArrayLength());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Errors_NextAnswers_HaveTheStatusAndDoNothing(int status)
    {
        await PutAsync($"{Control}/faults", $$"""{"errors":2,"errorStatus":{{status}}}""");

        Assert.Equal(status, (int)(await PostAsync(RaisePath("SITE-0001"))).Status);
        Assert.Equal(status, (int)(await GetAsync(Active)).Status);
        Assert.Equal(0, (await GetAsync(Active)).Body.GetArrayLength());
    }

    [Fact]
    public async Task ErrorRate_Certain_FailsAllButTheToken()
    {
        Host.Faults.ErrorRate = 1;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync(Active)).Status);
        Assert.NotEmpty(await TokenAsync(Options.ClientId, Options.ClientSecret));
    }

    [Fact]
    public async Task HtmlAnswers_NextAnswer_IsAWebPage()
    {
        Host.Faults.HtmlAnswers = 1;

        var answer = await GetAsync(Active);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.StartsWith("<!doctype html>", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Latency_Answer_TakesThatLong()
    {
        Host.Faults.Latency = TimeSpan.FromMilliseconds(60);
        var watch = Stopwatch.StartNew();

        await GetAsync(Active);

        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(55), $"answered after {watch.Elapsed}");
    }

    [Fact]
    public async Task Hangs_NextRequest_IsNeverAnswered()
    {
        Host.Faults.Hangs = 1;
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SendAsync(HttpMethod.Get, Active, cancellationToken: patience.Token));

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Active)).Status);
    }

    [Fact]
    public async Task HangAnswers_Raise_IsDoneButNeverAnswered()
    {
        Host.Faults.HangAnswers = 1;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        var raise = SendAsync(HttpMethod.Post, RaisePath("SITE-0001"), "{}", cancellationToken: patience.Token);
        await UntilAsync(() => Host.State.Main.Callouts.Count == 1 && Host.Faults.HangAnswers == 0);
        Assert.False(raise.IsCompleted);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => raise);
        Assert.Equal(1, (await GetAsync(Active)).Body.GetArrayLength());
    }

    [Fact]
    public async Task Stopping_WithAHangingRequest_IsQuick()
    {
        Host.Faults.Hangs = 1;
        var hanging = GetAsync(Active);
        await UntilAsync(() => Host.Faults.Hangs == 0);
        var watch = Stopwatch.StartNew();

        await Host.DisposeAsync();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"stopped after {watch.Elapsed}");
        await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!condition()) await timer.WaitForNextTickAsync(patience.Token);
    }

    private async Task<WebhookReceiver> StartReceiverAsync()
    {
        var receiver = await WebhookReceiver.StartAsync();
        await PostAsync("/panic-api/v2/notifiers/webhooks", Registration(
            receiver.Url, "NEW_CALLOUT", "CALLOUT_OWNED", "RESPONDER_ACKNOWLEDGED_CALLOUT", "RESPONDER_ARRIVED_ON_SCENE"));
        return receiver;
    }
}
