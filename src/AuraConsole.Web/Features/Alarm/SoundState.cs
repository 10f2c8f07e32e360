namespace AuraConsole.Web.Features.Alarm;

/// <summary>Whether this browser would be heard, as its own engine tells.</summary>
public enum SoundState
{
    /// <summary>The engine has not answered yet.</summary>
    Starting,

    Armed,

    /// <summary>The browser plays nothing until somebody clicks or presses a key in the page.</summary>
    Blocked,

    /// <summary>The volume is 0.</summary>
    NoVolume,

    /// <summary>Muted for some minutes.</summary>
    Muted,

    /// <summary>The output failed, or what was played produced nothing.</summary>
    Failed,

    /// <summary>The browser has no Web Audio.</summary>
    Unsupported,
}

/// <summary>The lamp, from the engine's word and the last sound test.</summary>
public enum LampState
{
    Starting,
    Armed,
    NotTested,
    NotHeard,
    Blocked,
    NoVolume,
    Muted,
    Failed,
    Unsupported,
}

public static class LampRules
{
    /// <param name="sound">What the engine says.</param>
    /// <param name="test">The person's last answer at this browser.</param>
    /// <param name="now">The time.</param>
    /// <param name="every">How old a "yes" may be.</param>
    public static LampState Of(SoundState sound, LastTest? test, DateTimeOffset now, TimeSpan every) => sound switch
    {
        SoundState.Starting => LampState.Starting,
        SoundState.Blocked => LampState.Blocked,
        SoundState.NoVolume => LampState.NoVolume,
        SoundState.Muted => LampState.Muted,
        SoundState.Failed => LampState.Failed,
        SoundState.Unsupported => LampState.Unsupported,
        _ when test is { Heard: false } => LampState.NotHeard,
        _ when test is null || now - test.At >= every => LampState.NotTested,
        _ => LampState.Armed,
    };

    /// <summary>Sound comes out of this console as far as anybody knows; only the test may be due.</summary>
    public static bool IsArmed(LampState lamp) => lamp is LampState.Armed or LampState.NotTested;
}

/// <summary>An answer to the sound test.</summary>
public sealed record LastTest(DateTimeOffset At, bool Heard);
