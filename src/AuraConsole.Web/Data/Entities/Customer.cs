namespace AuraConsole.Web.Data.Entities;

/// <summary>
/// A customer as AURA last answered. AURA has no list of customers: a row is here because it was registered here, came by a delivery, or
/// was looked up.
/// </summary>
public sealed class Customer
{
    public const int NameLength = 100;
    public const int MobileLength = 20;
    public const int ReferenceLength = 100;
    public const int EmailLength = 200;
    public const int VehicleLength = 60;

    public int Id { get; set; }

    public long AuraId { get; set; }

    public string? Name { get; set; }

    public string? Surname { get; set; }

    /// <summary>AURA's unique key of a customer.</summary>
    public string? Mobile { get; set; }

    public string? Reference { get; set; }

    public string? Email { get; set; }

    public string? VehicleMake { get; set; }

    public string? VehicleModel { get; set; }

    public string? VehicleColour { get; set; }

    public string? VehicleLicensePlate { get; set; }

    /// <summary>When AURA was last seen to have it so.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>Set once AURA has deleted the customer: no callout can be raised.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>Set once all that tells who it was is removed; nothing AURA sends later brings it back.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>Concurrency token, changed with every edit.</summary>
    public Guid Version { get; set; }

    /// <summary>Name and surname; null when neither is known.</summary>
    public string? FullName => $"{Name} {Surname}".Trim() is { Length: > 0 } name ? name : null;
}
