namespace AuraConsole.Web.Data.Entities;

/// <summary>What became of a delivery.</summary>
public enum DeliveryStatus
{
    /// <summary>On disk, not yet applied.</summary>
    Pending,

    /// <summary>Applied to a callout.</summary>
    Applied,

    /// <summary>Understood as nothing to do; see the reason.</summary>
    Ignored,

    /// <summary>Failed again and again; kept with its error.</summary>
    SetAside,
}
