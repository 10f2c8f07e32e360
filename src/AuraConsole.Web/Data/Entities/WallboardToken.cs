namespace AuraConsole.Web.Data.Entities;

/// <summary>Lets a screen on a wall see the board without a person signed in. The secret itself is kept nowhere.</summary>
public sealed class WallboardToken
{
    public const int NameLength = 60;
    public const int CreatedByLength = 200;
    public const int HashLength = 32;

    public Guid Id { get; set; }

    /// <summary>Where the screen hangs.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the secret.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>The admin's name.</summary>
    public required string CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Written every few minutes at most.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>From then on it opens nothing; a revoked token stays revoked.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
