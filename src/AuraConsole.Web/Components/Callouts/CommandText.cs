using AuraConsole.Integration.Http;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>What is said about a command and its outcome.</summary>
internal static class CommandText
{
    public static string TitleOf(CommandView command) => command.Kind == CommandKind.Raise
        ? Say.With(CalloutText.CommandRaise, command.SiteName ?? command.Reference ?? (command.CustomerAuraId is { } customer ? Say.With(CalloutText.Customer, customer) : CalloutText.CommandSite))
        : Say.With(CalloutText.CommandCancel, command.CalloutId);

    /// <summary>What happened and what to do next. AURA's own words are shown beside it.</summary>
    public static string Of(CommandView command) => CommandFaces.FaceOf(command) switch
    {
        CommandFace.Sending => CalloutText.SendingText,
        CommandFace.Unknown => CalloutText.UnknownText,
        CommandFace.NeedsPerson => CalloutText.NeedsPersonText,
        CommandFace.Confirmed when command.WithSafeCode => Say.With(SheetText.SafeCodeConfirmed, command.CalloutId),
        CommandFace.Rejected when command is { WithSafeCode: true, ErrorKind: AuraErrorKind.Invalid } => SheetText.SafeCodeRefused,
        CommandFace.NotSent when command is { WithSafeCode: true, Note: CommandNote.NothingAtAura } => SheetText.SafeCodeNothing,
        CommandFace.Confirmed => Say.With(command.Kind == CommandKind.Raise ? CalloutText.ConfirmedRaise : CalloutText.ConfirmedCancel, command.CalloutId),
        CommandFace.Joined => Joined(command),
        CommandFace.Rejected => Rejected(command),
        _ => NotSent(command),
    };

    private static string Joined(CommandView command) => command.Note switch
    {
        CommandNote.ActiveCalloutHere => Say.With(CalloutText.JoinedHere, command.CalloutId),
        CommandNote.ExistingAtAura when command.CustomerAuraId is not null => Say.With(RaiseCustomerText.JoinedCustomer, command.CalloutId),
        CommandNote.OtherCustomer => Say.With(RaiseCustomerText.JoinedOtherCustomer, command.CalloutId),
        CommandNote.ExistingAtAura => Say.With(CalloutText.JoinedAtAura, command.CalloutId),
        CommandNote.OtherSite => Say.With(CalloutText.JoinedOtherSite, command.CalloutId),
        CommandNote.OtherRaiseUnsettled => CalloutText.JoinedUnsettled,
        _ => CalloutText.JoinedPlain,
    };

    private static string Rejected(CommandView command) => command.ErrorKind switch
    {
        AuraErrorKind.Forbidden or AuraErrorKind.Invalid when command is { Kind: CommandKind.Raise, CustomerAuraId: not null } => RaiseCustomerText.RejectedCustomer,
        AuraErrorKind.Invalid when command.Kind == CommandKind.Raise => CalloutText.RejectedReference,
        AuraErrorKind.Unauthorised => CalloutText.RejectedUnauthorised,
        AuraErrorKind.Forbidden => CalloutText.RejectedForbidden,
        AuraErrorKind.NotFound => CalloutText.RejectedNotFound,
        AuraErrorKind.RateLimited => CalloutText.RejectedRateLimited,
        _ => command.AuraMessage is null ? CalloutText.RejectedPlain : "",
    };

    private static string NotSent(CommandView command) => command.Note switch
    {
        CommandNote.OtherRaiseUnsettled => CalloutText.JoinedUnsettled,
        CommandNote.CustomerGone => RaiseCustomerText.NotSentCustomer,
        CommandNote.SiteDeleted => CalloutText.NotSentDeleted,
        CommandNote.StoppedBefore => CalloutText.NotSentStopped,
        CommandNote.NothingAtAura => CalloutText.NotSentNothing,
        CommandNote.SettledByPerson => CalloutText.NotSentPerson,
        CommandNote.AlreadyClosed => CalloutText.NotSentClosed,
        CommandNote.StepsOpen => PlanText.NotSentStepsOpen,
        _ when command.ErrorKind == AuraErrorKind.Unavailable => CalloutText.NotSentUnavailable,
        _ => CalloutText.NotSentPlain,
    };
}
