namespace AuraConsole.Web.Data.Entities;

/// <summary>A subscription as far as it covers one customer. A family's has a row for each member it covers.</summary>
public sealed class CustomerSubscription
{
    public const int TypeLength = 200;

    public int Id { get; set; }

    /// <summary>AURA's id of the subscription.</summary>
    public long AuraId { get; set; }

    /// <summary>AURA's id of the customer whom it covers; the customer may not be here yet.</summary>
    public long CustomerAuraId { get; set; }

    /// <summary>AURA's id of the main member; another one than <see cref="CustomerAuraId"/> for a family member.</summary>
    public long? MainAuraId { get; set; }

    public long? TypeId { get; set; }

    public string? TypeName { get; set; }

    public DateTimeOffset? ValidFrom { get; set; }

    public DateTimeOffset? ValidTo { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>AURA may say so without a date.</summary>
    public bool IsCancelled { get; set; }

    public DateTimeOffset ReadAt { get; set; }

    public bool IsMains => MainAuraId is null || MainAuraId == CustomerAuraId;
}
