using System.Text.Json.Serialization;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>What is sent, exactly as AURA's pages show it: a member that was not chosen is left out.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(SiteBody))]
[JsonSerializable(typeof(RaiseBody))]
[JsonSerializable(typeof(WebhookBody))]
[JsonSerializable(typeof(CustomerRaiseBody))]
[JsonSerializable(typeof(PositionBody))]
[JsonSerializable(typeof(CancelBody))]
[JsonSerializable(typeof(EventBody))]
[JsonSerializable(typeof(ReasonBody))]
[JsonSerializable(typeof(RatingBody))]
[JsonSerializable(typeof(RatingItemBody))]
[JsonSerializable(typeof(CustomerCreateBody))]
[JsonSerializable(typeof(CustomerUpdateBody))]
[JsonSerializable(typeof(SubscriptionBody))]
[JsonSerializable(typeof(RenewBody))]
[JsonSerializable(typeof(ScheduledBody))]
[JsonSerializable(typeof(DeviceBody))]
[JsonSerializable(typeof(DeviceEventBody))]
[JsonSerializable(typeof(CalloutTokenBody))]
internal sealed partial class AuraJsonContext : JsonSerializerContext;

/// <summary>Property Protect quickstart, step 1.</summary>
internal sealed record TokenRequest(string ClientId, string ClientSecret);

/// <summary>Property Protect quickstart, step 2: coordinates are strings.</summary>
internal sealed record SiteBody(
    string ExternalReferenceId,
    string LocationIdentifier,
    string Latitude,
    string Longitude,
    string? LocationDescription,
    string? LocationAdditionalInformation,
    string? FormattedAddress,
    string? W3w,
    int? CalloutLocationTypeId,
    long? CustomerId);

/// <summary>Raise a fixed-location callout.</summary>
internal sealed record RaiseBody(int? ResponseTypeId, int? CalloutClassificationId, bool? InternalTest, string? InstallerIdentifier);

/// <summary>Webhooks page: <c>method</c> is <c>webhook</c>.</summary>
internal sealed record WebhookBody(string Url, IReadOnlyList<string> Events, string Method, IReadOnlyDictionary<string, string>? Headers);
