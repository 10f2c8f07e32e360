using System.Text.Json;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A subscription as AURA answered. Unknown members are in <see cref="Raw"/>.</summary>
public sealed record AuraSubscription
{
    /// <summary>AURA's id.</summary>
    public required long Id { get; init; }

    /// <summary>The main member.</summary>
    public long? CustomerId { get; init; }

    /// <summary><c>subscriptionTypeId</c>.</summary>
    public long? TypeId { get; init; }

    /// <summary>What a person reads of the type, where AURA gives it.</summary>
    public string? Type { get; init; }

    /// <summary>First instant of validity.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Last instant of validity.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary><c>CancelledDate</c>; null as well when AURA's text is no date: ask <see cref="Cancelled"/>.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Whether AURA gave a cancellation date of any form or, in the older dialect, the status <c>cancelled</c>.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Family members covered with the main member.</summary>
    public IReadOnlyList<SubscriptionDependent> Dependents { get; init; } = [];

    /// <summary>The whole object as it was read.</summary>
    public JsonElement Raw { get; init; }

    /// <summary>
    /// AURA's own rule (subscriptions page): within the dates, and not cancelled. The newer dialect has no status; the older one's is
    /// believed when it says cancelled and not when it says active. Without both dates nothing proves that it is active, so it is not.
    /// </summary>
    public bool IsActiveAt(DateTimeOffset now) => !Cancelled && ValidFrom <= now && now <= ValidTo;
}

/// <summary>A family member on a subscription.</summary>
/// <param name="CustomerId">AURA's id of the member.</param>
/// <param name="Name">The member's name, where AURA gives it.</param>
public sealed record SubscriptionDependent(long CustomerId, string? Name);

/// <summary>A kind of subscription that this customer source may activate.</summary>
/// <param name="Id">Sent as <c>subscriptionTypeId</c>.</param>
/// <param name="Value">AURA's word for it, such as <c>WEB_SIGNUP_SINGLE</c>.</param>
/// <param name="Description">What a person reads.</param>
/// <param name="Raw">The whole object as it was read.</param>
public sealed record SubscriptionType(long Id, string? Value, string? Description, JsonElement Raw);
