namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A token for one customer's callout flow. Deliberately no record: its text must not find its way into a log.</summary>
public sealed class CalloutToken
{
    internal CalloutToken(long customerId, string value, DateTimeOffset expiresAt)
    {
        CustomerId = customerId;
        Value = value;
        ExpiresAt = expiresAt;
    }

    /// <summary>Whose token it is.</summary>
    public long CustomerId { get; }

    /// <summary>The bearer token; a secret.</summary>
    public string Value { get; }

    /// <summary>When it stops working; it cannot be renewed, only issued anew.</summary>
    public DateTimeOffset ExpiresAt { get; }
}
