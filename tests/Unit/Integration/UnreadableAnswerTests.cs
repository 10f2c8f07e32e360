using System.Net;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;

namespace AuraConsole.Unit.Integration;

/// <summary>2xx answers that are not what was asked for.</summary>
public sealed class UnreadableAnswerTests : IDisposable
{
    private readonly AuraHarness _harness = new();

    public static TheoryData<string> Bodies =>
    [
        "<html><body>Sign in</body></html>",
        """{"callout":{"id":7""",
        "",
        "   ",
        "null",
        "42",
        "\"ok\"",
        "{}",
        """{"message":"Successful"}""",
        """{"callout":null}""",
        """{"callout":[]}""",
        """{"id":"seven"}""",
        """{"id":-7}""",
        """{"id":0}""",
        """{"id":7.5}""",
        """{"id":99999999999999999999}""",
        """{"id":{"value":7}}""",
        new string('[', 100),
    ];

    public void Dispose() => _harness.Dispose();

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Read_Unreadable_UnexpectedAndNotRetried(string body)
    {
        _harness.Aura.Answer("GET /panic-api/v2/callouts/7", body).Answer("GET /panic-api/v2/predefinedLocations/7", body);

        var callout = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.GetAsync(7));
        var site = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Sites.GetAsync(7));

        Assert.Equal((AuraErrorKind.Unexpected, AuraErrorKind.Unexpected), (callout.Kind, site.Kind));
        Assert.Equal(200, callout.Status);
        Assert.Equal(2, _harness.Aura.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Write_Unreadable_OutcomeUnknown(string body)
    {
        _harness.Aura.Answer("POST /panic-api/v2/predefinedLocations/externalRef/a/callouts", body);
        _harness.Aura.Answer("POST /panic-api/v2/predefinedLocations", body, HttpStatusCode.Created);
        _harness.Aura.Answer("PUT /panic-api/v2/predefinedLocations/7", body);
        var details = new SiteDetails { Reference = "a", Latitude = 1, Longitude = 2 };

        var raise = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.RaiseForSiteAsync("a", new RaiseForSite()));
        var create = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Sites.CreateAsync(details));
        var update = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Sites.UpdateAsync(7, details));

        Assert.All([raise, create, update], failure => Assert.Equal(AuraErrorKind.OutcomeUnknown, failure.Kind));
        Assert.Equal(3, _harness.Aura.Calls.Count);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("\"gone\"")]
    public async Task CancelDeleteRegister_Unreadable_OutcomeUnknown(string body)
    {
        _harness.Aura.Answer("POST /panic-api/v2/callouts/7/cancel", body);
        _harness.Aura.Answer("DELETE /panic-api/v2/predefinedLocations/7", body);
        _harness.Aura.Answer("POST /panic-api/v2/notifiers/webhooks", body);

        var cancel = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.CancelAsync(7));
        var delete = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Sites.DeleteAsync(7));
        var register = await Assert.ThrowsAsync<AuraApiException>(() =>
            _harness.Webhooks.RegisterAsync(new WebhookRegistration { Url = new Uri("https://console.test/hook"), Events = ["NEW_CALLOUT"] }));

        Assert.All([cancel, delete, register], failure => Assert.Equal(AuraErrorKind.OutcomeUnknown, failure.Kind));
    }

    [Fact]
    public async Task Answer_AboutAnotherId_NotTaken()
    {
        _harness.Aura.Answer("GET /panic-api/v2/callouts/7", """{"callout":{"id":8}}""");
        _harness.Aura.Answer("POST /panic-api/v2/callouts/7/cancel", """{"callout":{"id":8}}""");
        _harness.Aura.Answer("GET /panic-api/v2/predefinedLocations/7", """{"id":8,"externalReferenceId":"a"}""");

        var read = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.GetAsync(7));
        var cancel = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.CancelAsync(7));
        var site = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Sites.GetAsync(7));

        Assert.Equal(
            [AuraErrorKind.Unexpected, AuraErrorKind.OutcomeUnknown, AuraErrorKind.Unexpected], [read.Kind, cancel.Kind, site.Kind]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"message":"Successful"}""")]
    [InlineData("""{"callouts":{"id":7}}""")]
    [InlineData("")]
    public async Task List_Missing_UnexpectedAndNotEmpty(string body)
    {
        _harness.Aura.Answer("GET /panic-api/v2/callouts/activeCallouts", body).Answer("GET /panic-api/v2/predefinedLocations", body);

        var callouts = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.ListActiveAsync());
        var sites = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Sites.ListAsync());

        Assert.Equal((AuraErrorKind.Unexpected, AuraErrorKind.Unexpected), (callouts.Kind, sites.Kind));
    }

    [Fact]
    public async Task Raise_AnswerBeyondTheLimit_OutcomeUnknown()
    {
        _harness.Aura.Answer(
            "POST /panic-api/v2/predefinedLocations/externalRef/a/callouts", $$$"""{"callout":{"id":7,"x":"{{{new string('x', 70000)}}}"}}""");

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.RaiseForSiteAsync("a", new RaiseForSite()));

        Assert.Equal((AuraErrorKind.OutcomeUnknown, 200), (failure.Kind, failure.Status));
    }

    [Fact]
    public async Task Raise_RefusalBeyondTheLimit_StillARefusal()
    {
        _harness.Aura.Answer(
            "POST /panic-api/v2/predefinedLocations/externalRef/a/callouts", new string('x', 70000), HttpStatusCode.BadRequest);

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.RaiseForSiteAsync("a", new RaiseForSite()));

        Assert.Equal((AuraErrorKind.Invalid, 400), (failure.Kind, failure.Status));
    }
}
