using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Alarm;

/// <summary>The words of the lamp and of the levels.</summary>
public static class AlarmWords
{
    public static string Of(AlarmLevel level) => level switch
    {
        AlarmLevel.Test => AlarmText.LevelTest,
        AlarmLevel.Medical => AlarmText.LevelMedical,
        AlarmLevel.Breached => AlarmText.LevelBreached,
        AlarmLevel.Escalated => AlarmText.LevelEscalated,
        _ => AlarmText.LevelSecurity,
    };

    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Test => AlarmText.LevelTest,
        Urgency.Medical => AlarmText.LevelMedical,
        _ => AlarmText.LevelSecurity,
    };

    public static string Of(LampState lamp) => lamp switch
    {
        LampState.Starting => AlarmText.LampStarting,
        LampState.Armed => AlarmText.LampArmed,
        LampState.NotTested => AlarmText.LampNotTested,
        LampState.NotHeard => AlarmText.LampNotHeard,
        LampState.NoVolume => AlarmText.LampNoVolume,
        LampState.Muted => AlarmText.LampMuted,
        LampState.Failed => AlarmText.LampFailed,
        LampState.Unsupported => AlarmText.LampUnsupported,
        _ => AlarmText.LampBlocked,
    };

    /// <summary>What to do about it.</summary>
    public static string? Advice(LampState lamp) => lamp switch
    {
        LampState.NotTested => AlarmText.AdviceNotTested,
        LampState.NotHeard => AlarmText.AdviceNotHeard,
        LampState.Blocked => AlarmText.AdviceBlocked,
        LampState.NoVolume => AlarmText.AdviceNoVolume,
        LampState.Muted => AlarmText.AdviceMuted,
        LampState.Failed => AlarmText.AdviceFailed,
        LampState.Unsupported => AlarmText.AdviceUnsupported,
        _ => null,
    };

    public static string Shape(LampState lamp) => lamp switch
    {
        LampState.Armed => "●",
        LampState.NotTested or LampState.Starting => "▲",
        _ => "■",
    };

    public static string? Style(LampState lamp) => lamp switch
    {
        LampState.Armed => null,
        LampState.NotTested or LampState.Starting => "warn",
        _ => "off",
    };
}
