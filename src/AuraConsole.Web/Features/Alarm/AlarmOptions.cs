namespace AuraConsole.Web.Features.Alarm;

/// <summary>Section <c>Alarm</c>.</summary>
public sealed class AlarmOptions
{
    public const string Section = "Alarm";

    /// <summary>How old somebody's last heard sound test may be.</summary>
    public TimeSpan TestEvery { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long no console may have sound before all are told: a page that loads anew is silent for a moment.</summary>
    public TimeSpan NoneArmedAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a browser waits without a connection before it sounds by itself.</summary>
    public TimeSpan ConnectionLostAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a browser without a connection sounds at all.</summary>
    public bool ConnectionLostTone { get; set; } = true;
}
