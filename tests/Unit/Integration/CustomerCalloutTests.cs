using System.Net;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Integration.Fixtures;

namespace AuraConsole.Unit.Integration;

/// <summary>Callouts of customers: raise, move, cancel with a safe code, dismiss.</summary>
public sealed class CustomerCalloutTests : IDisposable
{
    private const string Root = "/panic-api/v2/callouts/100234";
    private const string Raise = "POST /panic-api/v2/customers/452789/callouts";

    private readonly AuraHarness _harness = new();

    private string SentBody => Assert.Single(_harness.Aura.Calls).Body;

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Raise_EverythingChosen_NestedLocationInNumbers()
    {
        _harness.Aura.Answer(Raise, $$"""{"message":"Successful","callout":{{CalloutFixtures.Flat}}}""");

        var raised = await RaiseAsync(new(-26.5, 28.25, 10), classification: 2, test: false);

        Assert.Equal(
            """{"location":{"latitude":-26.5,"longitude":28.25,"accuracy":10},"responseTypeId":1,"calloutClassificationId":2,"internalTest":false}""",
            SentBody);
        Assert.Equal((100234L, "https://track.aura.test/t/100234"), (raised.Callout.Id, raised.Callout.TrackingUrl));
        Assert.Equal("Successful", raised.Message);
    }

    [Fact]
    public async Task Raise_OnlyTheRequired_NothingElseSent()
    {
        _harness.Aura.Answer(Raise, CalloutFixtures.Flat);

        await RaiseAsync(new(-26.5, 28.25));

        Assert.Equal("""{"location":{"latitude":-26.5,"longitude":28.25},"responseTypeId":1}""", SentBody);
    }

    [Theory]
    [InlineData(90.1, 0, null)]
    [InlineData(0, 180.1, null)]
    [InlineData(double.NaN, 0, null)]
    [InlineData(0, 0, -1d)]
    [InlineData(0, 0, double.PositiveInfinity)]
    public async Task Raise_NoPositionOnEarth_InvalidAndNotSent(double latitude, double longitude, double? accuracy)
    {
        var failure = await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync(new(latitude, longitude, accuracy)));

        Assert.Equal((AuraErrorKind.Invalid, (int?)null), (failure.Kind, failure.Status));
        Assert.Empty(_harness.Aura.Calls);
    }

    [Fact]
    public async Task Raise_AnswerForAnotherCustomer_NotTaken()
    {
        _harness.Aura.Answer(Raise, """{"callout":{"id":7,"customerId":5}}""");

        var failure = await Assert.ThrowsAsync<AuraApiException>(() => RaiseAsync(CalloutFixtures.Position));

        Assert.Equal(AuraErrorKind.OutcomeUnknown, failure.Kind);
    }

    [Fact]
    public async Task RaiseForSite_InstallerIdentifier_SentAndEchoed()
    {
        _harness.Aura.Answer(
            "POST /panic-api/v2/predefinedLocations/externalRef/a/callouts", """{"installerIdentifier":"north","callout":{"id":7}}""");

        var raised = await _harness.Callouts.RaiseForSiteAsync("a", new RaiseForSite { InstallerIdentifier = "north" });

        Assert.Equal("""{"installerIdentifier":"north"}""", SentBody);
        Assert.Equal("north", raised.InstallerIdentifier);
    }

    [Theory]
    [InlineData(-11, true)]
    [InlineData(-10, false)]
    [InlineData(0, false)]
    [InlineData(30, false)]
    public void JoinedExisting_CreatedAt_Compared(int seconds, bool joined)
    {
        var sentAt = new DateTimeOffset(2026, 5, 4, 9, 10, 0, TimeSpan.Zero);
        var callout = new AuraCallout { Id = 7, CreatedAt = sentAt.AddSeconds(seconds) };

        Assert.Equal(joined, JoinedCallout.JoinedExisting(callout, sentAt));
        Assert.Equal(seconds < 0, JoinedCallout.JoinedExisting(callout, sentAt, TimeSpan.Zero));
        Assert.Null(JoinedCallout.JoinedExisting(callout with { CreatedAt = null }, sentAt));
    }

    [Fact]
    public async Task Location_Open_FlatNumbersSent()
    {
        _harness.Aura.Answer($"POST {Root}/location", """{"message":"Updated"}""");

        var update = await _harness.Callouts.UpdateLocationAsync(100234, new(-26.5, 28.25, 4.5));

        Assert.Equal("""{"latitude":-26.5,"longitude":28.25,"accuracy":4.5}""", SentBody);
        Assert.Equal(new LocationUpdate(false, null, "Updated"), update);
    }

    [Theory]
    [InlineData("""{"message":"Closed","callout":{"id":100234,"status":"closed"}}""", "closed")]
    [InlineData("", null)]
    [InlineData("<html>", null)]
    public async Task Location_285_ClosedWithTheLatestState(string body, string? status)
    {
        _harness.Aura.Answer($"POST {Root}/location", body, (HttpStatusCode)285)
            .Answer($"POST {Root}/updateLocationAndReturnCallout", body, (HttpStatusCode)285);

        var update = await _harness.Callouts.UpdateLocationAsync(100234, CalloutFixtures.Position);
        var returned = await _harness.Callouts.UpdateLocationAndReturnAsync(100234, CalloutFixtures.Position);

        Assert.Equal((true, status), (update.Closed, update.Callout?.Status));
        Assert.Equal((true, status), (returned.ClosedByStatusCode, returned.Status));
        Assert.Equal(CalloutStage.Closed, StageRules.ShownBy(returned));
    }

    [Fact]
    public async Task UpdateAndReturn_Open_NestedViewRead()
    {
        _harness.Aura.Answer($"POST {Root}/updateLocationAndReturnCallout", $$"""{"message":"Successful","callout":{{CalloutFixtures.Nested}}}""");

        var callout = await _harness.Callouts.UpdateLocationAndReturnAsync(100234, CalloutFixtures.Position);

        Assert.Equal(("R. Mokoena", 7d), (Assert.Single(callout.Dispatches).Responder, callout.Dispatches[0].EtaMinutes));
        Assert.False(callout.ClosedByStatusCode);
    }

    [Fact]
    public async Task Cancel_WithSafeCode_SentAsSaid()
    {
        _harness.Aura.Answer($"POST {Root}/cancel", $$"""{"callout":{{CalloutFixtures.Flat}}}""");

        var callout = await _harness.Callouts.CancelAsync(100234, "12 34");

        Assert.Equal("""{"safeCode":"12 34"}""", SentBody);
        Assert.Equal(100234, callout?.Id);
    }

    [Fact]
    public async Task Cancel_BlankSafeCode_InvalidAndNotSentAsAnUnconditionalCancellation()
    {
        var failure = await Assert.ThrowsAsync<AuraApiException>(() => _harness.Callouts.CancelAsync(100234, " "));

        Assert.Equal(AuraErrorKind.Invalid, failure.Kind);
        Assert.Empty(_harness.Aura.Calls);
    }

    [Fact]
    public async Task Dismiss_EmptyObjectSent()
    {
        _harness.Aura.Answer($"POST {Root}/dismiss", "");

        await _harness.Callouts.DismissAsync(100234);

        Assert.Equal("{}", SentBody);
    }

    [Fact]
    public async Task Event_Sent_NewBodyAndTagsBesideTheEvent()
    {
        _harness.Aura.Answer($"POST {Root}/events", """{"calloutEvent":{"id":5,"event":{"body":"hi"}},"calloutEventTags":["admin",{"value":"sos"}]}""");

        var sent = await _harness.Get<ICalloutEventsApi>().SendAsync(100234, new NewCalloutEvent("hi @admin"));

        Assert.Equal("""{"source":"customer","event":"hi @admin"}""", SentBody);
        Assert.Equal((5L, "hi"), (sent.Id, sent.Text));
        Assert.Equal(["admin", "sos"], sent.Tags);
    }

    [Fact]
    public async Task Events_BothDialects_Read()
    {
        _harness.Aura.Answer($"GET {Root}/events", $"[{CalloutFixtures.NewEvent},{CalloutFixtures.OldEvent}]");

        var events = await _harness.Get<ICalloutEventsApi>().ListAsync(100234);

        Assert.All(events, entry => Assert.Equal((555L, 100234L, "Gate code is 4411 @admin"), (entry.Id, entry.CalloutId, entry.Text)));
        Assert.Equal(("CHAT", "customer", 77L, "Console"), (events[0].Type, events[0].SenderRole, events[0].SupplierId, events[0].IntegrationUser));
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 9, 12, 0, TimeSpan.Zero), events[1].CreatedAt);
    }

    [Fact]
    public async Task Event_WithoutWords_InvalidAndNotSent()
    {
        var failure = await Assert.ThrowsAsync<AuraApiException>(
            () => _harness.Get<ICalloutEventsApi>().SendAsync(100234, new NewCalloutEvent(" ")));

        Assert.Equal(AuraErrorKind.Invalid, failure.Kind);
        Assert.Empty(_harness.Aura.Calls);
    }

    [Fact]
    public async Task Reasons_ListedAndAttached()
    {
        _harness.Aura.Answer($"GET {Root}/exceptionReasons", """[{"id":101,"reason":"False alarm"},{"id":"102","reason":null}]""");
        _harness.Aura.Answer($"POST {Root}/exceptionReasons", """{"createdExceptionReason":{"id":9,"exceptionReasonId":102,"notes":"fault"}}""");
        var api = _harness.Get<ICancellationReasonsApi>();

        var reasons = await api.ListAsync(100234);
        var attached = await api.AttachAsync(100234, 102, "fault");

        Assert.Equal([(101L, "False alarm"), (102L, "")], reasons.Select(reason => (reason.Id, reason.Text)));
        Assert.Equal((9L, 102L, "fault"), (attached?.Id, attached?.ReasonId, attached?.Notes));
        Assert.Equal("""{"exceptionReasonId":102,"notes":"fault"}""", _harness.Aura.Calls[1].Body);
    }

    private Task<RaisedCallout> RaiseAsync(CalloutPosition position, int? classification = null, bool? test = null) =>
        _harness.Callouts.RaiseForCustomerAsync(
            452789, new RaiseForCustomer { Position = position, ResponseTypeId = 1, ClassificationId = classification, InternalTest = test });
}
