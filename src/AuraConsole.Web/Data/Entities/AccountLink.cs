namespace AuraConsole.Web.Data.Entities;

public enum AccountLinkKind
{
    /// <summary>For somebody who has never been here.</summary>
    Invite,

    /// <summary>For somebody who forgot the password.</summary>
    Reset,
}

/// <summary>Lets somebody set a password, once and for a limited time. The secret itself is kept nowhere.</summary>
public sealed class AccountLink
{
    public const int HashLength = 32;

    public Guid Id { get; set; }

    public required string UserId { get; set; }

    public AccountLinkKind Kind { get; set; }

    /// <summary>SHA-256 of the secret.</summary>
    public required byte[] Hash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Used, or replaced by a newer one: from then on it opens nothing.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
