namespace AuraConsole.Web.Outbound;

/// <summary>How a command without an answer is settled (configuration section <c>Outbound</c>).</summary>
public sealed class OutboundOptions
{
    public const string Section = "Outbound";

    /// <summary>Time between two looks at AURA while a command's outcome is unknown.</summary>
    public TimeSpan SettleInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long after sending AURA is looked at before "nothing there" counts as "not done".</summary>
    public TimeSpan SettleWindow { get; set; } = TimeSpan.FromSeconds(20);
}
