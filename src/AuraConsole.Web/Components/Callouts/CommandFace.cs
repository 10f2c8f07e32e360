using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>The faces of a command's outcome: no two share a shape, a colour or a word.</summary>
public enum CommandFace
{
    Sending,
    Unknown,
    NeedsPerson,
    Confirmed,
    Joined,
    Rejected,
    NotSent,
}

internal static class CommandFaces
{
    public static CommandFace FaceOf(CommandView command) => command.State switch
    {
        CommandState.Confirmed => CommandFace.Confirmed,
        CommandState.Joined => CommandFace.Joined,
        CommandState.Rejected => CommandFace.Rejected,
        CommandState.NotSent => CommandFace.NotSent,
        CommandState.Unknown => command.NeedsPerson ? CommandFace.NeedsPerson : CommandFace.Unknown,
        _ => CommandFace.Sending,
    };

    public static string WordOf(CommandFace face) => face switch
    {
        CommandFace.Sending => CalloutText.WordSending,
        CommandFace.Unknown => CalloutText.WordUnknown,
        CommandFace.NeedsPerson => CalloutText.WordNeedsPerson,
        CommandFace.Confirmed => CalloutText.WordConfirmed,
        CommandFace.Joined => CalloutText.WordJoined,
        CommandFace.Rejected => CalloutText.WordRejected,
        _ => CalloutText.WordNotSent,
    };
}
