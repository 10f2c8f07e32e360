using System.Net;
using System.Text.Json;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

public sealed class EventsTests : SimulatorTest
{
    private const string Chat = """{"source":"customer","event":"Gate code is 4411, ask @admin and @guard"}""";

    protected override void Prepare(SimulatorOptions options) => options.ChatReplies = false;

    [Fact]
    public async Task Send_Chat_AnswersTheEventAndTellsTheWebhook()
    {
        await using var receiver = await StartReceiverAsync("CALLOUT_EVENTS_CHANGED");
        var id = await RaiseAsync();

        var answer = await PostAsync($"{Callouts}/{id}/events", Chat);
        var entry = answer.Body.GetProperty("calloutEvent");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(id, entry.GetProperty("calloutId").GetInt64());
        Assert.StartsWith("Gate code", entry.GetProperty("event").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("customer", entry.GetProperty("event").GetProperty("source").GetString());
        Assert.Equal(["@admin", "@guard"], answer.Body.GetProperty("calloutEventTags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.Equal(id, (await receiver.NextAsync()).Callout.GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task List_AfterChatAndSteps_HasBothInOrder()
    {
        var id = await RaiseAsync();
        await PostAsync($"{Callouts}/{id}/events", Chat);
        Host.Step(id);
        Host.Step(id);

        var list = (await GetAsync($"{Callouts}/{id}/events")).Body.EnumerateArray().ToList();

        Assert.Equal(["STATUS", "CHAT", "STATUS", "STATUS"], list.Select(entry => entry.GetProperty("calloutEventType").GetProperty("value").GetString()));
        Assert.Equal("Responder Dispatched", list[3].GetProperty("event").GetProperty("status").GetString());
        Assert.Equal(4, list.Select(entry => entry.GetProperty("id").GetInt64()).Distinct().Count());
        Assert.Equal(JsonValueKind.Null, list[1].GetProperty("integrationUser").ValueKind);
        Assert.Equal(2, list[1].GetProperty("calloutEventTags").GetArrayLength());
    }

    [Fact]
    public async Task Controller_AnswersOn_RepliesAndTellsTheWebhook()
    {
        await using var receiver = await StartReceiverAsync("CALLOUT_EVENTS_CHANGED");
        Host.Configure(static options => (options.ChatReplies, options.ChatReplyDelay) = (true, TimeSpan.FromMilliseconds(1)));
        var id = await RaiseAsync();

        await PostAsync($"{Callouts}/{id}/events", Chat);
        await receiver.NextAsync(2);

        var reply = (await GetAsync($"{Callouts}/{id}/events")).Body.EnumerateArray().Last();
        Assert.Equal("controller", reply.GetProperty("event").GetProperty("source").GetString());
        Assert.Equal("AURA controller", reply.GetProperty("createdBy").GetString());
    }

    [Fact]
    public async Task Controller_Silent_DoesNotReply()
    {
        await using var receiver = await StartReceiverAsync("CALLOUT_EVENTS_CHANGED", "NEW_CALLOUT");
        Host.Configure(static options => (options.ChatReplies, options.ChatReplyDelay, options.Silent) = (true, TimeSpan.Zero, true));
        var id = await RaiseAsync();

        await PostAsync($"{Callouts}/{id}/events", Chat);
        await PostAsync($"{Callouts}/{id}/events", Chat);

        Assert.Equal(
            ["NEW_CALLOUT", "CALLOUT_EVENTS_CHANGED", "CALLOUT_EVENTS_CHANGED"],
            (await receiver.NextAsync(3)).Select(delivery => delivery.Event));
        Assert.Equal(3, (await GetAsync($"{Callouts}/{id}/events")).Body.GetArrayLength());
    }

    [Theory]
    [InlineData("""{"event":"x"}""", "source")]
    [InlineData("""{"source":"customer"}""", "event")]
    [InlineData("""{"source":"customer","event":" "}""", "blank")]
    [InlineData("""{"message":"x"}""", "event")]
    [InlineData("no json", "JSON")]
    public async Task Send_WrongBody_Answers400(string body, string about)
    {
        var id = await RaiseAsync();

        AssertRefused(HttpStatusCode.BadRequest, await PostAsync($"{Callouts}/{id}/events", body), about);
    }

    [Fact]
    public async Task SendAndList_UnknownOrClosedCallout_AreRefused()
    {
        var id = await RaiseAsync();
        Close(id);

        AssertRefused(HttpStatusCode.BadRequest, await PostAsync($"{Callouts}/{id}/events", Chat), "closed");
        AssertRefused(HttpStatusCode.NotFound, await PostAsync($"{Callouts}/1/events", Chat));
        AssertRefused(HttpStatusCode.NotFound, await GetAsync($"{Callouts}/1/events"));
    }

    [Fact]
    public async Task List_ManyMessages_KeepsTheLast500()
    {
        var id = await RaiseAsync();
        for (var message = 1; message <= 505; message++)
        {
            await PostAsync($"{Callouts}/{id}/events", $$"""{"source":"customer","event":"{{message}}"}""");
        }

        var list = (await GetAsync($"{Callouts}/{id}/events")).Body;

        Assert.Equal(500, list.GetArrayLength());
        Assert.Equal("505", list[499].GetProperty("event").GetProperty("message").GetString());
    }

    [Fact]
    public async Task SendAndList_Bare_AreTheOlderShape()
    {
        Host.Configure(static options => options.Dialect = Dialect.Bare);
        var id = Host.Raise("SITE-0001")!.Id;

        var sent = await PostAsync($"{Callouts}/{id}/events", """{"message":"Gate code is 4411"}""");
        var list = (await GetAsync($"{Callouts}/{id}/events")).Body;

        Assert.Equal((id, "Gate code is 4411"), (sent.Body.GetProperty("calloutId").GetInt64(), sent.Body.GetProperty("message").GetString()));
        Assert.False(list[1].TryGetProperty("event", out _));
        Assert.Equal("Gate code is 4411", list[1].GetProperty("message").GetString());
        Assert.Equal(HttpStatusCode.OK, (await PostAsync($"{Callouts}/{id}/events", Chat)).Status);
    }
}
