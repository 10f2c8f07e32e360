using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Admin.Commands;

internal static class CommandWords
{
    public static string Of(CommandState state) => state switch
    {
        CommandState.Recorded => CommandsText.Recorded,
        CommandState.Sending => CalloutText.WordSending,
        CommandState.Confirmed => CommandFaces.WordOf(CommandFace.Confirmed),
        CommandState.Joined => CommandFaces.WordOf(CommandFace.Joined),
        CommandState.Rejected => CommandFaces.WordOf(CommandFace.Rejected),
        CommandState.NotSent => CommandFaces.WordOf(CommandFace.NotSent),
        _ => CommandFaces.WordOf(CommandFace.Unknown),
    };

    public static string ShapeOf(CommandState state) => state switch
    {
        CommandState.Confirmed => "●",
        CommandState.Joined => "◆",
        CommandState.Rejected => "✕",
        CommandState.NotSent => "○",
        CommandState.Unknown => "▲",
        _ => "→",
    };

    public static string Kind(string kind) => kind switch
    {
        nameof(CommandKind.Raise) => CommandsText.Raise,
        nameof(PatrolCommandKind.Schedule) => CommandsText.Schedule,
        _ => CommandsText.Cancel,
    };

    public static string Note(string note) => note switch
    {
        nameof(CommandNote.ActiveCalloutHere) => CommandsText.NoteActiveHere,
        nameof(CommandNote.ExistingAtAura) => CommandsText.NoteExisting,
        nameof(CommandNote.OtherSite) => CommandsText.NoteOtherSite,
        nameof(CommandNote.OtherCustomer) => CommandsText.NoteOtherCustomer,
        nameof(CommandNote.CustomerGone) => CommandsText.NoteCustomerGone,
        nameof(CommandNote.OtherRaiseUnsettled) => CommandsText.NoteUnsettled,
        nameof(CommandNote.SiteDeleted) => CommandsText.NoteSiteDeleted,
        nameof(CommandNote.StoppedBefore) => CommandsText.NoteStopped,
        nameof(CommandNote.NothingAtAura) => CommandsText.NoteNothing,
        nameof(CommandNote.SettledByPerson) => CommandsText.NotePerson,
        nameof(CommandNote.AlreadyClosed) => CommandsText.NoteClosed,
        nameof(CommandNote.StepsOpen) => CommandsText.NoteSteps,
        nameof(PatrolNote.TooSoon) => CommandsText.NoteTooSoon,
        _ => note,
    };
}
