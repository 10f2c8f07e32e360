using System.Net;

namespace AuraConsole.Unit.Simulator;

public sealed class ControlTests : SimulatorTest
{
    [Fact]
    public async Task Step_ToTheEnd_ClosesAndThenRefuses()
    {
        var id = await RaiseAsync();
        var steps = new List<string>();
        for (var step = 0; step < 5; step++)
        {
            steps.Add((await PostAsync($"{Control}/callouts/{id}/step")).Body.GetProperty("step").GetString()!);
        }

        Assert.Equal(["Owned", "Dispatched", "OnScene", "Completed", "Closed"], steps);
        Assert.Equal("closed", await StatusAsync(id));
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync($"{Control}/callouts/{id}/step")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync($"{Control}/callouts/1/step")).Status);
    }

    [Fact]
    public async Task Raise_WithoutReference_TakesTheFirstQuietSiteAndTellsTheWebhook()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await PostAsync("/panic-api/v2/notifiers/webhooks", Registration(receiver.Url, "NEW_CALLOUT"));

        var first = await PostAsync($"{Control}/callouts", "{}");
        var second = await PostAsync($"{Control}/callouts", "{}");

        Assert.Equal(("SITE-0001", "SITE-0002"), (Reference(first), Reference(second)));
        Assert.Equal(2, (await receiver.NextAsync(2)).Select(delivery => delivery.Callout.GetProperty("id").GetInt64()).Distinct().Count());
        Assert.Equal(2, (await GetAsync("/panic-api/v2/callouts/activeCallouts")).Body.GetArrayLength());
        Assert.Equal(2, (await GetAsync($"{Control}/callouts")).Body.GetArrayLength());
    }

    [Fact]
    public async Task Raise_UnknownSite_Answers404() =>
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync($"{Control}/callouts", """{"reference":"nowhere"}""")).Status);

    [Fact]
    public async Task Faults_PartOfThemPut_LeavesTheRest()
    {
        Host.Faults.Duplicates = 3;

        var answer = await PutAsync($"{Control}/faults", """{"loss":0.5,"latencyMs":20}""");

        Assert.Equal((3, 0.5), (answer.Body.GetProperty("duplicates").GetInt32(), answer.Body.GetProperty("loss").GetDouble()));
        Assert.Equal(TimeSpan.FromMilliseconds(20), Host.Faults.Latency);
        await PutAsync($"{Control}/faults", """{"clear":true,"errors":1}""");
        Assert.Equal((0, 0.0, 1), (Host.Faults.Duplicates, Host.Faults.Loss, Host.Faults.Errors));
    }

    [Theory]
    [InlineData("faults", """{"loss":2}""")]
    [InlineData("faults", """{"lost":1}""")]
    [InlineData("faults", """{"errors":"many"}""")]
    [InlineData("options", """{"createStatus":500}""")]
    [InlineData("options", """{"dialect":"Klingon"}""")]
    [InlineData("options", "no json")]
    public async Task Put_WrongValue_Answers400(string what, string body)
    {
        var answer = await PutAsync($"{Control}/{what}", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Message);
    }

    [Fact]
    public async Task Webhook_Registered_IsShownWithoutItsSecrets()
    {
        await PostAsync("/panic-api/v2/notifiers/webhooks", Registration(new Uri("https://console.example/hook"), "NEW_CALLOUT"));

        var answer = await GetAsync($"{Control}/webhook");

        Assert.Equal("https://console.example/hook", answer.Body.GetProperty("url").GetString());
        Assert.DoesNotContain("webhook-secret", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_AfterSome_AreListedWithStatus()
    {
        await GetAsync(Sites, token: "wrong");

        var last = (await GetAsync($"{Control}/requests")).Body.EnumerateArray().Last();

        Assert.Equal(("GET", Sites, 401), (
            last.GetProperty("method").GetString(), last.GetProperty("path").GetString(), last.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task Requests_ManyMore_KeepTheLast200()
    {
        for (var request = 0; request < 210; request++) await GetAsync("/panic-api/v2/callouts/1");

        Assert.Equal(200, Host.State.Requests.Count);
    }

    [Fact]
    public async Task Send_NoWebhookOrNoCallout_IsRefused()
    {
        var id = await RaiseAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync($"{Control}/webhooks/send", $$"""{"calloutId":{{id}},"event":"X"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync($"{Control}/webhooks/send", """{"calloutId":1,"event":"X"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync($"{Control}/webhooks/send", $$"""{"calloutId":{{id}}}""")).Status);
    }

    [Theory]
    [InlineData("Host", "simulator.example")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task Control_AskedByAForeignPage_Answers403(string header, string value)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Host.Url, $"{Control}/callouts"));
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(Host.State.Main.Callouts);
    }

    [Fact]
    public async Task Page_Opened_IsLabelledAndHasNoInlineScript()
    {
        var page = await GetAsync("/simulator", token: "");
        var script = await GetAsync("/simulator/simulator.js", token: "");
        var style = await GetAsync("/track/simulator.css", token: "");

        Assert.Contains("Simulator: nothing here is real", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (script.Status, style.Status));
    }

    private static string Reference(Answer answer) => answer.Body.GetProperty("reference").GetString()!;
}
