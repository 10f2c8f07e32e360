using System.Text.Json;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>Words to send into a callout's event stream.</summary>
/// <param name="Text">Sent as <c>event</c>.</param>
/// <param name="Source">Who is speaking; <c>customer</c> is the only value AURA documents.</param>
public sealed record NewCalloutEvent(string Text, string Source = "customer");

/// <summary>An element of a callout's event stream, in either dialect. Unknown members are in <see cref="Raw"/>.</summary>
public sealed record CalloutEvent
{
    /// <summary>AURA's id of the event.</summary>
    public required long Id { get; init; }

    /// <summary>AURA's id of the callout.</summary>
    public long? CalloutId { get; init; }

    /// <summary><c>calloutEventTypeId</c>; AURA publishes no list.</summary>
    public int? TypeId { get; init; }

    /// <summary>What a person reads of <c>calloutEventType</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The words (inside <c>event</c>, or <c>message</c> in the older dialect); null for an event without any.</summary>
    public string? Text { get; init; }

    /// <summary>Role of who spoke.</summary>
    public string? SenderRole { get; init; }

    /// <summary>The supplier that spoke.</summary>
    public long? SupplierId { get; init; }

    /// <summary><c>createdBy</c>.</summary>
    public string? CreatedBy { get; init; }

    /// <summary><c>integrationUserId</c>; null when it did not come from an integration.</summary>
    public long? IntegrationUserId { get; init; }

    /// <summary>What a person reads of <c>integrationUser</c>; in lists only.</summary>
    public string? IntegrationUser { get; init; }

    /// <summary>Tags that AURA derived from the words, such as mentions.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When AURA took the event.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When AURA last changed it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The whole object as it was read.</summary>
    public JsonElement Raw { get; init; }
}
