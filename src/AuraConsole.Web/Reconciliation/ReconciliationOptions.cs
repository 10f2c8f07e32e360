namespace AuraConsole.Web.Reconciliation;

/// <summary>How often AURA is asked (configuration section <c>Reconciliation</c>).</summary>
public sealed class ReconciliationOptions
{
    public const string Section = "Reconciliation";

    /// <summary>Time between two readings of an active callout.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time between two readings of AURA's list of active callouts.</summary>
    public TimeSpan ActiveListInterval { get; set; } = TimeSpan.FromMinutes(1);
}
