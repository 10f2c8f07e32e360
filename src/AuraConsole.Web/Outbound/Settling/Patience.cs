using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Outbound.Settling;

/// <summary>When looking at AURA proves something, and when a person is needed.</summary>
internal static class Patience
{
    /// <summary>Without a good look for so long, a person is asked.</summary>
    public static readonly TimeSpan WithoutLook = TimeSpan.FromMinutes(2);

    /// <summary>A callout may begin and end between two looks this far apart: then finding nothing proves nothing.</summary>
    public static readonly TimeSpan Blind = TimeSpan.FromMinutes(5);

    /// <summary>Shortest time between two looks for a command that waits for a person.</summary>
    public static readonly TimeSpan ForPerson = TimeSpan.FromSeconds(10);

    /// <summary>The last moment up to which AURA was in sight.</summary>
    public static DateTimeOffset InSightUntil(Command command, DateTimeOffset? lastGoodLook) =>
        lastGoodLook ?? command.FirstLookAt ?? command.SentAt ?? command.AskedAt;

    /// <summary>
    /// True when AURA had its time: the window since sending, and a good part of it since the first look, because the answer may have
    /// been given up on only just now with AURA still at work.
    /// </summary>
    public static bool IsOver(Command command, DateTimeOffset lookedAt, TimeSpan window) =>
        lookedAt >= command.SentAt + window && lookedAt >= command.FirstLookAt + (window / 4);

    public static Task AskPerson(CalloutSession session, Command command)
    {
        command.NeedsPerson = command.State == CommandState.Unknown;
        return Task.CompletedTask;
    }
}
