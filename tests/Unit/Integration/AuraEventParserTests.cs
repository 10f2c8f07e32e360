using System.Text;
using AuraConsole.Integration.Webhooks;

namespace AuraConsole.Unit.Integration;

public sealed class AuraEventParserTests
{
    private const string Rich = """
        {"message":"RESPONDER_ACKNOWLEDGED_CALLOUT","callout":{"id":100234,"status":"Responder Dispatched","internalTest":false,
         "calloutClassification":{"value":"REAL"},"incidentInformation":[{"typeOfEmergency":{"description":"Security"},
           "incidentcategory":{"description":"Intruder alarm"},"responseType":{"value":"SECURITY"},"predefinedLocationId":120045,
           "calloutCurrentLocation":{"latitude":"-33.90510","longitude":"18.42010","formattedAddress":"9 Dock Road"},
           "responder":{"name":"R. Mokoena","callsign":"C12"},"supplier":{"name":"Coastal Response"},"eta":7,
           "dispatchedAt":"2026-05-04T09:11:00Z","arrivedAt":null,"completedAt":null}]}}
        """;

    public static TheoryData<string, AuraEventKind> Names => new()
    {
        { "NEW_CALLOUT", AuraEventKind.NewCallout },
        { "RESPONDER_MANUALLY_DISPATCHED", AuraEventKind.ResponderManuallyDispatched },
        { "RESPONDER_ACKNOWLEDGED_CALLOUT", AuraEventKind.ResponderAcknowledged },
        { "RESPONDER_ARRIVED_ON_SCENE", AuraEventKind.ResponderArrived },
        { "RESPONDER_COMPLETED", AuraEventKind.ResponderCompleted },
        { "CALLOUT_OWNED", AuraEventKind.CalloutOwned },
        { "CALLOUT_EVENTS_CHANGED", AuraEventKind.EventsChanged },
        { "CALLOUT_SOFT_CANCELLED_BY_CUSTOMER", AuraEventKind.SoftCancelledByCustomer },
        { "CALLOUT_NO_LONGER_REQUIRES_RESPONSE", AuraEventKind.NoLongerRequiresResponse },
        { "CALLOUT_CLOSED", AuraEventKind.CalloutClosed },
        { "CREATED_CUSTOMER", AuraEventKind.CustomerCreated },
        { "SUBSCRIPTION_CREATED", AuraEventKind.SubscriptionCreated },
        { "SUBSCRIPTION_UPDATED", AuraEventKind.SubscriptionUpdated },
        { "SUBSCRIPTION_CANCELLED", AuraEventKind.SubscriptionCancelled },
        { "SUBSCRIPTION_CANCELLED_FAILED", AuraEventKind.SubscriptionCancelFailed },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void KindOf_EveryNameOfAura_KnownAndRegisteredFor(string name, AuraEventKind kind)
    {
        Assert.Equal(kind, AuraEventNames.KindOf(name));
        Assert.Equal(kind, AuraEventNames.KindOf(name.ToLowerInvariant()));
        Assert.Contains(name, AuraEventNames.All);
        Assert.Equal(Names.Count, AuraEventNames.All.Count);
    }

    [Fact]
    public void KindOf_DeprecatedName_UnderstoodAndNotRegisteredFor()
    {
        Assert.Equal(AuraEventKind.ResponderAcknowledged, AuraEventNames.KindOf("RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA"));
        Assert.DoesNotContain("RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA", AuraEventNames.All);
    }

    [Theory]
    [InlineData("NEW_CALLOUT_FOR_INSTANCE")]
    [InlineData("SOMETHING_NEW")]
    public void TryParse_UnknownName_KeptAsItCame(string name)
    {
        var parsed = Parse($$$"""{"message":"{{{name}}}","callout":{"id":7}}""");

        Assert.Equal((name, AuraEventKind.Unknown, 7L), (parsed?.Name, parsed?.Kind, parsed?.EntityId));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_MinimalBody_NameAndEntity(string name, AuraEventKind kind)
    {
        foreach (var id in new[] { "100234", "\"100234\"" })
        {
            var parsed = Parse($$$"""{"message":"{{{name}}}","callout":{"id":{{{id}}}}}""");

            Assert.Equal((name, kind, "callout", 100234L), (parsed?.Name, parsed?.Kind, parsed?.EntityKind, parsed?.EntityId));
            Assert.Equal(100234, parsed?.Callout?.Id);
        }
    }

    [Fact]
    public void TryParse_RichBody_CalloutReadLikeAnApiAnswer()
    {
        var callout = Parse(Rich)!.Callout!;

        Assert.Equal(("Responder Dispatched", 120045L, "REAL"), (callout.Status, callout.SiteId, callout.Classification));
        Assert.Equal((-33.9051, 18.4201), (callout.Latitude, callout.Longitude));
        Assert.Equal(("R. Mokoena", "Coastal Response", 7d), (callout.Dispatches[0].Responder, callout.Dispatches[0].Supplier, callout.Dispatches[0].EtaMinutes));
        Assert.Equal("Responder Dispatched", callout.Raw.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("""{"message":"CREATED_CUSTOMER","subscription":{"id":1},"customer":{"id":178921,"name":"L"}}""", "customer", 178921)]
    [InlineData("""{"message":"CREATED_CUSTOMER","customer":{"customerId":"178921"}}""", "customer", 178921)]
    [InlineData("""{"message":"SUBSCRIPTION_CREATED","customer":{"id":1},"subscription":{"id":8811,"CancelledDate":null}}""", "subscription", 8811)]
    public void TryParse_OtherEntities_KindAndId(string body, string kind, long id)
    {
        var parsed = Parse(body);

        Assert.Equal((kind, id), (parsed?.EntityKind, parsed?.EntityId));
        Assert.Null(parsed?.Callout);
    }

    [Theory]
    [InlineData("""{"message":"CALLOUT_CLOSED"}""", null)]
    [InlineData("""{"message":"CALLOUT_CLOSED","callout":null}""", null)]
    [InlineData("""{"message":"CALLOUT_CLOSED","callout":7}""", null)]
    [InlineData("""{"message":"CALLOUT_CLOSED","callout":{}}""", "callout")]
    [InlineData("""{"message":"CALLOUT_CLOSED","callout":{"id":"seven"}}""", "callout")]
    [InlineData("""{"message":"CALLOUT_CLOSED","callout":{"id":-1}}""", "callout")]
    public void TryParse_NoUsableEntity_EventWithoutId(string body, string? kind)
    {
        var parsed = Parse(body)!;

        Assert.Equal((kind, (long?)null), (parsed.EntityKind, parsed.EntityId));
        Assert.Null(parsed.Callout);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"NEW_CALLOUT\"")]
    [InlineData("{}")]
    [InlineData("""{"message":null}""")]
    [InlineData("""{"message":""}""")]
    [InlineData("""{"message":"  "}""")]
    [InlineData("""{"message":7}""")]
    [InlineData("""{"message":{"a":1}}""")]
    [InlineData("""{"message":"\ud800"}""")]
    [InlineData("""{"message":"NEW_CALLOUT","callout":{"id":7}""")]
    [InlineData("""{"message":"NEW_CALLOUT"} trailing""")]
    public void TryParse_NoEnvelope_False(string body)
    {
        Assert.False(AuraEventParser.TryParse(Encoding.UTF8.GetBytes(body), out var parsed));
        Assert.Null(parsed);
    }

    [Fact]
    public void TryParse_NestedBeyondTheLimit_False()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 5000)) + string.Concat(Enumerable.Repeat("]", 5000));

        Assert.Null(Parse($$"""{"message":"NEW_CALLOUT","callout":{{deep}}}"""));
    }

    [Fact]
    public void TryParse_EndlessName_Capped() =>
        Assert.Equal(100, Parse($$"""{"message":"{{new string('N', 5000)}}"}""")?.Name.Length);

    [Fact]
    public void TryParse_RepeatedMembers_LastOneCounts() =>
        Assert.Equal(8, Parse("""{"message":"NEW_CALLOUT","callout":{"id":7,"id":8}}""")?.EntityId);

    [Fact]
    public void TryParse_MutatedBodies_NeverThrowsAndAnswersAreSound()
    {
        var random = new Random(20260504);
        var original = Encoding.UTF8.GetBytes(Rich);
        var understood = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var body = Mutate(original, random);
            var isUnderstood = AuraEventParser.TryParse(body, out var parsed);
            Assert.Equal(isUnderstood, AuraEventParser.TryParseHead(body, out var head));
            Assert.Equal(parsed is null ? null : parsed with { Callout = null, Customer = null, Subscription = null }, head);
            if (parsed is null)
                continue;
            understood++;
            Assert.NotEmpty(parsed.Name);
            Assert.Equal(64, DeliveryFingerprint.Of(parsed, body).Length);
            Assert.True(parsed.Callout is null || parsed.Callout.Id == parsed.EntityId);
        }

        Assert.InRange(understood, 1000, 19_000);
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var body = original.ToList();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(body.Count);
            switch (random.Next(5))
            {
                case 0:
                    body[at] = (byte)random.Next(256);
                    break;
                case 1:
                    body.RemoveRange(at, Math.Min(random.Next(1, 20), body.Count - at - 1));
                    break;
                case 2:
                    body.InsertRange(at, body.Skip(random.Next(body.Count)).Take(random.Next(1, 20)).ToArray());
                    break;
                case 3:
                    body[at] = "{}[]\",:\\0-"u8[random.Next(10)];
                    break;
                default:
                    body.InsertRange(at, "\\ud800"u8.ToArray());
                    break;
            }
        }

        return [.. body];
    }

    private static AuraEvent? Parse(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var isUnderstood = AuraEventParser.TryParse(bytes, out var parsed);
        Assert.Equal(isUnderstood, AuraEventParser.TryParseHead(bytes, out var head));
        Assert.Equal(parsed is null ? null : parsed with { Callout = null, Customer = null, Subscription = null }, head);
        return parsed;
    }
}
