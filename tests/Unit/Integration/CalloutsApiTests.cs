using System.Net;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using Microsoft.Extensions.Logging;

namespace AuraConsole.Unit.Integration;

public sealed class CalloutsApiTests : IDisposable
{
    private const string Root = "/panic-api/v2/callouts";
    private const string Refs = "/panic-api/v2/predefinedLocations/externalRef";

    private const string Flat = """
        {"id":100234,"customerId":452789,"predefinedLocationId":120045,"status":"Responder Dispatched","latitude":-33.9051,
         "longitude":18.4201,"responseTypeId":2,"calloutClassificationId":1,"createdAt":"2026-05-04T09:10:00.000Z"}
        """;

    private const string Nested = """
        {"id":"100234","status":"Responder Dispatched","internalTest":false,"calloutClassification":{"value":"REAL"},
         "incidentInformation":[{"typeOfEmergency":{"description":"Security"},"incidentCategory":{"description":"Intruder alarm"},
           "responseType":{"id":2,"value":"SECURITY"},"predefinedLocationId":120045,"customerId":452789,"odd":"kept",
           "calloutCurrentLocation":{"latitude":"-33.9051","longitude":"18.4201","formattedAddress":"9 Dock Road"},
           "responder":{"name":"R. Mokoena","callsign":"C12"},"supplier":{"name":"Coastal Response"},
           "dispatchedAt":"2026-05-04T09:11:00Z","arrivedAt":null,"completedAt":null,"eta":7}]}
        """;

    private readonly AuraHarness _harness = new();

    public static TheoryData<string> OneCallout =>
    [
        Flat,
        Nested,
        $$"""{"message":"Successful","callout":{{Nested}}}""",
        $$"""{"callout":{{Flat}}}""",
        $$"""{"data":{"message":"Successful","callout":{{Nested}} } }""",
        $$"""{"data":{{Flat}}}""",
    ];

    public void Dispose() => _harness.Dispose();

    [Theory]
    [MemberData(nameof(OneCallout))]
    public async Task RaiseGetCancel_EitherDialect_Read(string answer)
    {
        _harness.Aura.Answer($"POST {Refs}/site-1/callouts", answer).Answer($"GET {Root}/100234", answer)
            .Answer($"POST {Root}/100234/cancel", answer);

        AuraCallout?[] callouts =
        [
            (await _harness.Callouts.RaiseForSiteAsync("site-1", new RaiseForSite())).Callout,
            await _harness.Callouts.GetAsync(100234),
            await _harness.Callouts.CancelAsync(100234),
        ];

        Assert.All(callouts, callout =>
        {
            Assert.Equal((100234L, "Responder Dispatched"), (callout!.Id, callout.Status));
            Assert.Equal((120045L, 452789L), (callout.SiteId, callout.CustomerId));
            Assert.Equal((-33.9051, 18.4201, 2), (callout.Latitude, callout.Longitude, callout.ResponseTypeId));
            Assert.False(callout.ClosedByStatusCode);
        });
    }

    [Fact]
    public async Task ListActive_BareOrWrapped_Read()
    {
        foreach (var body in new[]
        {
            $"[{Flat},{Nested}]",
            $$"""{"callouts":[{{Flat}},{{Nested}}]}""",
            $$"""{"message":"Successful","activeCallouts":[{{Flat}},{"callout":{{Nested}}}]}""",
            $$"""{"data":{"callouts":[{{Flat}},{{Nested}}] } }""",
        })
        {
            _harness.Aura.Answer($"GET {Root}/activeCallouts", body);
        }

        for (var answer = 0; answer < 4; answer++)
            Assert.Equal([100234L, 100234L], (await _harness.Callouts.ListActiveAsync()).Select(callout => callout.Id));
    }

    [Fact]
    public async Task ListActive_Empty_Empty()
    {
        _harness.Aura.Answer($"GET {Root}/activeCallouts", """{"message":"Successful","callouts":[]}""");

        Assert.Empty(await _harness.Callouts.ListActiveAsync());
    }

    [Fact]
    public async Task ListActive_OneElementUnreadable_OthersKeptAndCountLogged()
    {
        _harness.Aura.Answer($"GET {Root}/activeCallouts", $$"""[{{Flat}},{"status":"created"}]""");

        Assert.Single(await _harness.Callouts.ListActiveAsync());

        Assert.Contains("1 of 2 elements", Assert.Single(_harness.Logs.Warnings));
    }

    [Fact]
    public async Task Log_OfACallThatWentWell_IsInformationForWritesOnly()
    {
        _harness.Aura.Answer($"GET {Root}/100234", Flat).Answer($"POST {Root}/100234/cancel", Flat);

        await _harness.Callouts.GetAsync(100234);
        await _harness.Callouts.CancelAsync(100234);

        Assert.Contains(_harness.Logs.Lines, line => line.StartsWith("AURA GET", StringComparison.Ordinal));
        Assert.StartsWith("AURA POST", Assert.Single(_harness.Logs.AtLeast(LogLevel.Information), line => line.Contains("/callouts", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Raise_Wrapped_EchoedReferenceAndMessageKept()
    {
        _harness.Aura.Answer(
            $"POST {Refs}/site-1/callouts",
            $$"""{"message":"Callout created","installerIdentifier":null,"externalReferenceId":"site-1","callout":{{Flat}}}""");

        var raised = await _harness.Callouts.RaiseForSiteAsync("site-1", new RaiseForSite());

        Assert.Equal(("site-1", "Callout created"), (raised.Reference, raised.Message));
    }

    [Fact]
    public async Task Raise_NothingChosen_EmptyObjectSent()
    {
        _harness.Aura.Answer($"POST {Refs}/site-1/callouts", Flat);

        await _harness.Callouts.RaiseForSiteAsync("site-1", new RaiseForSite());

        Assert.Equal("{}", Assert.Single(_harness.Aura.Calls).Body);
    }

    [Fact]
    public async Task Raise_EverythingChosen_Sent()
    {
        _harness.Aura.Answer($"POST {Refs}/site-1/callouts", Flat);

        await _harness.Callouts.RaiseForSiteAsync(
            "site-1", new RaiseForSite { ResponseTypeId = 2, ClassificationId = 1, InternalTest = false });

        Assert.Equal(
            """{"responseTypeId":2,"calloutClassificationId":1,"internalTest":false}""", Assert.Single(_harness.Aura.Calls).Body);
    }

    [Theory]
    [InlineData("a/b?c#d", "a%2Fb%3Fc%23d")]
    [InlineData("50% off & more", "50%25%20off%20%26%20more")]
    [InlineData("Müller+Söhne", "M%C3%BCller%2BS%C3%B6hne")]
    [InlineData("..%2F..", "..%252F..")]
    [InlineData("...", "...")]
    public async Task Raise_OddReference_OneEscapedSegment(string reference, string segment)
    {
        _harness.Aura.Answer($"POST {Refs}/{segment}/callouts", Flat);

        await _harness.Callouts.RaiseForSiteAsync(reference, new RaiseForSite());

        Assert.Equal($"{Refs}/{segment}/callouts", Assert.Single(_harness.Aura.Calls).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Raise_ReferenceThatNoAddressCanHold_InvalidAndNotSent(string reference)
    {
        var failure = await Assert.ThrowsAsync<AuraApiException>(
            () => _harness.Callouts.RaiseForSiteAsync(reference, new RaiseForSite()));

        Assert.Equal((AuraErrorKind.Invalid, (int?)null), (failure.Kind, failure.Status));
        Assert.Empty(_harness.Aura.Calls);
    }

    [Fact]
    public async Task Raise_ReferenceWithHalfACharacter_InvalidAndNotSent()
    {
        // not as InlineData: the runner would replace it on its way here
        var failure = await Assert.ThrowsAsync<AuraApiException>(
            () => _harness.Callouts.RaiseForSiteAsync("half: \ud800", new RaiseForSite()));

        Assert.Equal(AuraErrorKind.Invalid, failure.Kind);
        Assert.Empty(_harness.Aura.Calls);
    }

    [Fact]
    public async Task Cancel_Body_EmptyObjectWithoutSafeCode()
    {
        _harness.Aura.Answer($"POST {Root}/7/cancel", """{"callout":{"id":7,"status":"created"}}""");

        var callout = await _harness.Callouts.CancelAsync(7);

        Assert.Equal("created", callout?.Status);
        Assert.Equal("{}", Assert.Single(_harness.Aura.Calls).Body);
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"message":"Cancelled"}""")]
    public async Task Cancel_DoneWithoutCallout_Null(int status, string body)
    {
        _harness.Aura.Answer($"POST {Root}/7/cancel", body, (HttpStatusCode)status);

        Assert.Null(await _harness.Callouts.CancelAsync(7));
    }

    [Theory]
    [InlineData("""{"callout":{"id":7,"status":"whatever"}}""", "whatever")]
    [InlineData("""{"message":"closed"}""", null)]
    [InlineData("", null)]
    [InlineData("<html>", null)]
    public async Task GetAndCancel_285_Closed(string body, string? status)
    {
        _harness.Aura.Answer($"GET {Root}/7", body, (HttpStatusCode)285).Answer($"POST {Root}/7/cancel", body, (HttpStatusCode)285);

        var read = await _harness.Callouts.GetAsync(7);
        var cancelled = await _harness.Callouts.CancelAsync(7);

        Assert.All([read, cancelled], callout =>
        {
            Assert.Equal((7L, status, true), (callout!.Id, callout.Status, callout.ClosedByStatusCode));
            Assert.StartsWith("{", callout.Raw.GetRawText(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Raise_UnknownReference_InvalidWithAurasWords()
    {
        _harness.Aura.Answer($"POST {Refs}/nowhere/callouts", """{"message":"Unknown reference"}""", HttpStatusCode.BadRequest);

        var failure = await Assert.ThrowsAsync<AuraApiException>(
            () => _harness.Callouts.RaiseForSiteAsync("nowhere", new RaiseForSite()));

        Assert.Equal((AuraErrorKind.Invalid, "Unknown reference"), (failure.Kind, failure.AuraMessage));
    }
}
