using System.Net;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

public sealed class CalloutTokenTests : SimulatorTest
{
    private const string Path = "/panic-api/v2/oauth/calloutToken";

    [Fact]
    public async Task Token_ForItsCustomer_WorksThroughTheCalloutFlow()
    {
        var token = await IssueAsync(FirstCustomer);

        var raised = await PostAsync($"{Customers}/{FirstCustomer}/callouts", LiveRaise, token);
        var callout = $"{Callouts}/{raised.Body.GetProperty("callout").GetProperty("id").GetInt64()}";

        Assert.Equal(HttpStatusCode.OK, raised.Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(callout, token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"{Customers}/{FirstCustomer}/callouts/activeCallouts", token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync($"{callout}/location", """{"latitude":-26.2,"longitude":28.1}""", token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync($"{callout}/cancel", """{"safeCode":"0001"}""", token)).Status);
    }

    [Fact]
    public async Task Token_OutsideItsScope_Answers401()
    {
        var others = await RaiseForCustomerAsync(FirstCustomer + 1);
        var site = await RaiseAsync();
        var token = await IssueAsync(FirstCustomer);

        AssertRefused(HttpStatusCode.Unauthorized, await GetAsync($"{Callouts}/{others}", token));
        AssertRefused(HttpStatusCode.Unauthorized, await PostAsync($"{Callouts}/{site}/cancel", token: token));
        AssertRefused(HttpStatusCode.Unauthorized, await PostAsync($"{Customers}/{FirstCustomer + 1}/callouts", LiveRaise, token));
        AssertRefused(HttpStatusCode.Unauthorized, await GetAsync($"{Callouts}/activeCallouts", token));
        AssertRefused(HttpStatusCode.Unauthorized, await GetAsync($"{Customers}/{FirstCustomer}", token));
        AssertRefused(HttpStatusCode.Unauthorized, await GetAsync(Sites, token));
        AssertRefused(HttpStatusCode.Unauthorized, await GetAsync("/v1/predefinedlocations/download", token));
        AssertRefused(HttpStatusCode.Unauthorized, await PostAsync(Path, $$"""{"customerId":{{FirstCustomer}}}""", token));
        AssertRefused(HttpStatusCode.NotFound, await GetAsync($"{Callouts}/1", token));
    }

    [Fact]
    public async Task Issue_Wrong_IsRefused()
    {
        AssertRefused(HttpStatusCode.NotFound, await PostAsync(Path, """{"customerId":1}"""));
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(Path, "{}"), "customerId");
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(Path, """{"customerId":"450001"}"""), "integer");
        AssertRefused(HttpStatusCode.Unauthorized, await PostAsync(Path, """{"customerId":450001}""", token: ""));
    }

    [Fact]
    public async Task Issue_Bare_IsSnakeCase()
    {
        Host.Configure(static options => options.Dialect = Dialect.Bare);

        var answer = await PostAsync(Path, """{"customerId":450001}""");

        Assert.NotEmpty(answer.Body.GetProperty("access_token").GetString()!);
        Assert.Equal(3600, answer.Body.GetProperty("expires_in").GetInt32());
    }

    private async Task<string> IssueAsync(long customerId)
    {
        var answer = await PostAsync(Path, $$"""{"customerId":{{customerId}}}""");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body.GetProperty("accessToken").GetString()!;
    }
}
