namespace AuraConsole.Web.Data.Entities;

/// <summary>Where something stands that a person sent to AURA beside a command: a message, a reason, a rating.</summary>
public enum SendState
{
    /// <summary>On disk; it has not left yet.</summary>
    Waiting,

    /// <summary>On its way to AURA.</summary>
    Sending,

    /// <summary>AURA has it.</summary>
    Sent,

    /// <summary>Certainly not done.</summary>
    Failed,

    /// <summary>It left, and no answer came.</summary>
    Unknown,
}
