using AuraConsole.Integration.Webhooks;

namespace AuraConsole.Unit.Integration;

/// <summary>The fingerprint and the secret of a delivery.</summary>
public sealed class DeliveryTests
{
    private static readonly AuraEvent Closed = new() { Name = "CALLOUT_CLOSED", Kind = AuraEventKind.CalloutClosed, EntityKind = "callout", EntityId = 7 };

    [Fact]
    public void Fingerprint_SameDelivery_Same()
    {
        var one = DeliveryFingerprint.Of(Closed, "body"u8);

        Assert.Equal(one, DeliveryFingerprint.Of(Closed with { }, "body"u8));
        Assert.Matches("^[0-9a-f]{64}$", one);
    }

    [Fact]
    public void Fingerprint_AnyDifference_Different()
    {
        string[] prints =
        [
            DeliveryFingerprint.Of(Closed, "body"u8),
            DeliveryFingerprint.Of(Closed, "other"u8),
            DeliveryFingerprint.Of(Closed, []),
            DeliveryFingerprint.Of(Closed with { Name = "OTHER" }, "body"u8),
            DeliveryFingerprint.Of(Closed with { EntityId = 8 }, "body"u8),
            DeliveryFingerprint.Of(Closed with { EntityId = null }, "body"u8),
            DeliveryFingerprint.Of(Closed with { EntityKind = "customer" }, "body"u8),
        ];

        Assert.Equal(prints.Length, prints.Distinct().Count());
    }

    [Fact]
    public void Fingerprint_EventThatTrulyRepeats_NewEveryTime()
    {
        var changed = Closed with { Name = "CALLOUT_EVENTS_CHANGED", Kind = AuraEventKind.EventsChanged };

        var one = DeliveryFingerprint.Of(changed, "body"u8);

        Assert.NotEqual(one, DeliveryFingerprint.Of(changed, "body"u8));
        Assert.Matches("^[0-9a-f]{64}$", one);
    }

    [Theory]
    [InlineData("Bearer long-random-secret", "Bearer long-random-secret", true)]
    [InlineData("Bearer long-random-secret", "bearer long-random-secret", false)]
    [InlineData("Bearer long-random-secret", "Bearer long-random-secret ", false)]
    [InlineData("Bearer long-random-secret", "Bearer", false)]
    [InlineData("geheim-ü", "geheim-ü", true)]
    [InlineData("geheim-ü", "geheim-u", false)]
    [InlineData("secret", null, false)]
    [InlineData("secret", "", false)]
    [InlineData("", "", false)]
    [InlineData(null, null, false)]
    [InlineData(null, "secret", false)]
    public void Secret_AnyPair_OnlyEqualOnesMatch(string? expected, string? presented, bool matches) =>
        Assert.Equal(matches, WebhookSecret.Matches(expected, presented));
}
