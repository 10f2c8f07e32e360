namespace AuraConsole.Web.Features.Upkeep.Retention;

/// <summary>How long what is kept (configuration section <c>Retention</c>). Zero: for ever. The audit is kept always.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Deliveries that were applied or ignored, from when they came. One that is set aside or waits stays.</summary>
    public TimeSpan Deliveries { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Closed callouts with their timeline, report and commands, from their closing.</summary>
    public TimeSpan Callouts { get; set; }

    /// <summary>Settled commands that led to no callout, from when they were asked.</summary>
    public TimeSpan Commands { get; set; }

    /// <summary>Answers to sound tests.</summary>
    public TimeSpan SoundTests { get; set; } = TimeSpan.FromDays(365);

    /// <summary>The counts of deliveries hour by hour.</summary>
    public TimeSpan DeliveryHours { get; set; } = TimeSpan.FromDays(730);

    /// <summary>Firings of escalation rules that ended, from when they fired. The audit keeps them, too.</summary>
    public TimeSpan Firings { get; set; } = TimeSpan.FromDays(730);

    /// <summary>Handovers that were received or taken back, from the outgoing signature.</summary>
    public TimeSpan Handovers { get; set; }

    /// <summary>How often the job runs.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromDays(1);
}
