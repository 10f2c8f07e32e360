using System.Net;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

public sealed class CancellingTests : SimulatorTest
{
    [Fact]
    public async Task Cancel_RightSafeCode_IsTheCustomersOwn()
    {
        await using var receiver = await StartReceiverAsync("CALLOUT_SOFT_CANCELLED_BY_CUSTOMER", "CALLOUT_NO_LONGER_REQUIRES_RESPONSE");
        var id = await RaiseForCustomerAsync();

        var answer = await PostAsync($"{Callouts}/{id}/cancel", """{"safeCode":"0001"}""");

        Assert.Equal("Responder Cancelled", answer.Body.GetProperty("callout").GetProperty("status").GetString());
        Assert.Equal(
            ["CALLOUT_SOFT_CANCELLED_BY_CUSTOMER", "CALLOUT_NO_LONGER_REQUIRES_RESPONSE"],
            (await receiver.NextAsync(2)).Select(delivery => delivery.Event));
        Assert.False(await DuressAsync(id));
    }

    [Fact]
    public async Task Cancel_WrongSafeCode_Answers400AndMarksDuress()
    {
        var id = await RaiseForCustomerAsync();

        AssertRefused(HttpStatusCode.BadRequest, await PostAsync($"{Callouts}/{id}/cancel", """{"safeCode":"9999"}"""));

        Assert.True(await DuressAsync(id));
        var read = await GetAsync($"{Callouts}/{id}");
        Assert.Equal("created", read.Body.GetProperty("callout").GetProperty("status").GetString());
        Assert.DoesNotContain("duress", read.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Cancel_WithoutSafeCode_IsUnconditional()
    {
        await using var receiver = await StartReceiverAsync(
            "CALLOUT_SOFT_CANCELLED_BY_CUSTOMER", "CALLOUT_NO_LONGER_REQUIRES_RESPONSE", "CALLOUT_CLOSED");
        var id = await RaiseForCustomerAsync();

        await PostAsync($"{Callouts}/{id}/cancel");
        Close(id);

        Assert.Equal(
            ["CALLOUT_NO_LONGER_REQUIRES_RESPONSE", "CALLOUT_CLOSED"], (await receiver.NextAsync(2)).Select(delivery => delivery.Event));
    }

    [Fact]
    public async Task Cancel_SiteOfACustomer_ChecksTheirCode()
    {
        await PostAsync(
            Sites, """{"externalReferenceId":"own","locationIdentifier":"own","latitude":"1","longitude":"1","customerId":450002}""");
        var id = await RaiseAsync("own");

        AssertRefused(HttpStatusCode.BadRequest, await PostAsync($"{Callouts}/{id}/cancel", """{"safeCode":"0001"}"""), "safe code");
        Assert.Equal(HttpStatusCode.OK, (await PostAsync($"{Callouts}/{id}/cancel", """{"safeCode":"0002"}""")).Status);
    }

    [Fact]
    public async Task Dismiss_Callout_IsNotedAndChangesNoStage()
    {
        var id = await RaiseForCustomerAsync();

        var answer = await PostAsync($"{Callouts}/{id}/dismiss");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotEmpty(answer.Message);
        Assert.NotNull(Host.State.Main.Callout(id)!.DismissedAt);
        Assert.Equal("created", await StatusAsync(id));
        AssertRefused(HttpStatusCode.NotFound, await PostAsync($"{Callouts}/1/dismiss"));
    }

    [Fact]
    public async Task Reasons_ListedAndAttached_AnswerTheDocumentedShapes()
    {
        var id = await RaiseAsync();

        var reasons = (await GetAsync($"{Callouts}/{id}/exceptionReasons")).Body.EnumerateArray().ToList();
        var attached = await PostAsync($"{Callouts}/{id}/exceptionReasons", """{"exceptionReasonId":102,"notes":"keypad fault"}""");

        Assert.Contains(("False alarm", 102L), reasons.Select(one => (one.GetProperty("reason").GetString(), one.GetProperty("id").GetInt64())));
        Assert.NotEmpty(attached.Message);
        var created = attached.Body.GetProperty("createdExceptionReason");
        Assert.Equal((102, "keypad fault"), (created.GetProperty("exceptionReasonId").GetInt64(), created.GetProperty("notes").GetString()));
    }

    [Fact]
    public async Task Reasons_Wrong_AreRefused()
    {
        var id = await RaiseAsync();
        var path = $"{Callouts}/{id}/exceptionReasons";

        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(path), "exceptionReasonId");
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(path, """{"exceptionReasonId":1}"""), "not known");
        AssertRefused(HttpStatusCode.NotFound, await PostAsync($"{Callouts}/1/exceptionReasons", """{"exceptionReasonId":102}"""));
        AssertRefused(HttpStatusCode.NotFound, await GetAsync($"{Callouts}/1/exceptionReasons"));
        for (var reason = 0; reason < 50; reason++) await PostAsync(path, """{"exceptionReasonId":102}""");
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(path, """{"exceptionReasonId":102}"""), "no more");
    }

    [Fact]
    public async Task Reasons_Bare_NeedNoId()
    {
        Host.Configure(static options => options.Dialect = Dialect.Bare);
        var id = Host.Raise("SITE-0001")!.Id;

        Assert.Equal(HttpStatusCode.OK, (await PostAsync($"{Callouts}/{id}/exceptionReasons", """{"notes":"keypad fault"}""")).Status);
    }

    private async Task<bool> DuressAsync(long id) => (await GetAsync($"{Control}/callouts")).Body.EnumerateArray()
        .Single(callout => callout.GetProperty("id").GetInt64() == id).GetProperty("duress").GetBoolean();
}
