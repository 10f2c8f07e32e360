using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>What an entry says on screen.</summary>
public static class EntryText
{
    public static string Of(Entry entry) => Of(entry.Kind, entry.Stage, entry.Detail);

    public static string Of(EntryKind kind, CalloutStage? stage, string? detail) => kind switch
    {
        EntryKind.StageReached => Reached(stage, detail),
        EntryKind.LateEvent => Say.With(CalloutText.EntryLate, detail ?? Word(stage)),
        EntryKind.EventReceived => detail is null ? CalloutText.EntryEventUnnamed : EventText.Of(detail),
        EntryKind.RaiseConfirmed when detail is not null => Say.With(CalloutText.EntryRaiseConfirmedIn, detail),
        EntryKind.RaiseFound when detail is not null => Say.With(CalloutText.EntryRaiseFoundIn, detail),
        EntryKind.RaiseJoined when detail is not null => Say.With(CalloutText.EntryRaiseJoinedAs, detail),
        EntryKind.Note or EntryKind.MessageSent or EntryKind.MessageReceived when detail is not null => detail,
        EntryKind.TakenOver when detail is not null => Say.With(CalloutText.EntryTakenOverFrom, detail),
        EntryKind.StatusText => Say.With(CalloutText.EntryStatus, detail),
        _ => detail is null ? Plain(kind) : Say.With(CalloutText.EntryWithDetail, Plain(kind), detail),
    };

    /// <summary>Where the entry comes from: AURA by which way, or who.</summary>
    public static string SourceOf(Entry entry, string? me) => entry.Source switch
    {
        _ when entry.Kind == EntryKind.MessageReceived => Say.With(SheetText.FromAura, entry.By ?? "AURA"),
        _ when entry.Sending is not null => Say.Joined(Say.With(SheetText.ToAura, SpeakerOf(entry, me)), SendingOf(entry)),
        EntrySource.Delivery => CalloutText.FromDelivery,
        EntrySource.Poll => CalloutText.FromPoll,
        EntrySource.Operator when entry.By is { } by => Say.With(CalloutText.FromPerson, by == me ? CalloutText.You : by),
        _ => CalloutText.FromConsole,
    };

    /// <summary>A shape for the eye; the text says it all.</summary>
    public static string MarkOf(Entry entry) => entry.Kind switch
    {
        EntryKind.StageReached => entry.Stage switch
        {
            CalloutStage.Created => "○",
            CalloutStage.Dispatched => "➤",
            CalloutStage.OnScene => "◆",
            CalloutStage.Completed => "✔",
            CalloutStage.StoodDown => "⊘",
            _ => "■",
        },
        EntryKind.RaisedElsewhere => "○",
        EntryKind.LateEvent or EntryKind.EventReceived or EntryKind.StatusText => "·",
        EntryKind.RaiseAsked or EntryKind.CancelAsked => "➜",
        EntryKind.RaiseConfirmed or EntryKind.RaiseFound or EntryKind.CancelConfirmed or EntryKind.CancelFound or EntryKind.FoundAtAura => "✔",
        EntryKind.RaiseJoined => "⇉",
        EntryKind.RaiseAnswerLost or EntryKind.CancelAnswerLost => "?",
        EntryKind.CancelRejected or EntryKind.CancelNotSent => "✖",
        EntryKind.Claimed => "●",
        EntryKind.HandedBack or EntryKind.ClaimTakenBack => "◌",
        EntryKind.TakenOver => "⇄",
        EntryKind.Note => "✎",
        EntryKind.IncidentNumbered => "#",
        EntryKind.MessageSent => "➜",
        EntryKind.MessageReceived => "✉",
        EntryKind.ReportRead => "▤",
        EntryKind.Rated or EntryKind.ReasonAttached => "✔",
        EntryKind.ReasonNotAttached or EntryKind.RatingNotTaken => "✖",
        EntryKind.ReasonAnswerLost or EntryKind.RatingAnswerLost => "?",
        EntryKind.MissingAtAura or EntryKind.StepsLeftOpen => "▲",
        EntryKind.ContactCalled => "☎",
        EntryKind.CodeWordShown => "✱",
        EntryKind.StepTicked => "☑",
        EntryKind.StepUnticked => "☐",
        EntryKind.CameOnTest => "◇",
        EntryKind.ClosedHere => "■",
        EntryKind.PositionSent or EntryKind.PositionsBegun or EntryKind.PositionsEnded => "◎",
        _ => "·",
    };

    /// <summary>A shape for where something stands that was sent.</summary>
    public static string MarkOf(SendState state) => state switch
    {
        SendState.Sent => "✔",
        SendState.Failed => "✖",
        SendState.Unknown => "?",
        _ => "➜",
    };

    /// <summary>Where a message of ours stands, and what to do next.</summary>
    public static string SendingOf(Entry message) => message.Sending switch
    {
        SendState.Sent => SheetText.MessageSent,
        SendState.Failed => Say.Joined(SheetText.MessageFailed, message.Remark),
        SendState.Unknown => SheetText.MessageUnknown,
        _ => CalloutText.Sending,
    };

    /// <summary>Who said it.</summary>
    public static string SpeakerOf(Entry message, string? me) => message.Kind == EntryKind.MessageReceived
        ? message.By ?? "AURA"
        : message.By == me ? CalloutText.You : message.By ?? CalloutText.FromConsole;

    private static string Reached(CalloutStage? stage, string? detail) => (stage, detail) switch
    {
        (CalloutStage.Dispatched, null) => CalloutText.EntryDispatched,
        (CalloutStage.Dispatched, _) => Say.With(CalloutText.EntryDispatchedWho, detail),
        (CalloutStage.OnScene, null) => CalloutText.EntryOnScene,
        (CalloutStage.OnScene, _) => Say.With(CalloutText.EntryOnSceneWho, detail),
        (_, null) => ReachedPlain(stage),
        _ => Say.With(CalloutText.EntryWithDetail, ReachedPlain(stage), detail),
    };

    private static string ReachedPlain(CalloutStage? stage) => stage switch
    {
        CalloutStage.Created => CalloutText.EntryCreated,
        CalloutStage.Completed => CalloutText.EntryCompleted,
        CalloutStage.StoodDown => CalloutText.EntryStoodDown,
        CalloutStage.Closed => CalloutText.EntryClosed,
        _ => Say.With(CalloutText.EntryStage, Word(stage)),
    };

    private static string? Word(CalloutStage? stage) => stage is { } known ? StageText.Of(known) : null;

    private static string Plain(EntryKind kind) => kind switch
    {
        EntryKind.RaisedElsewhere => CalloutText.EntryRaisedElsewhere,
        EntryKind.RaiseAsked => CalloutText.EntryRaiseAsked,
        EntryKind.RaiseConfirmed => CalloutText.EntryRaiseConfirmed,
        EntryKind.RaiseJoined => CalloutText.EntryRaiseJoined,
        EntryKind.RaiseAnswerLost => CalloutText.EntryRaiseAnswerLost,
        EntryKind.RaiseFound => CalloutText.EntryRaiseFound,
        EntryKind.CancelAsked => CalloutText.EntryCancelAsked,
        EntryKind.CancelConfirmed => CalloutText.EntryCancelConfirmed,
        EntryKind.CancelRejected => CalloutText.EntryCancelRejected,
        EntryKind.CancelNotSent => CalloutText.EntryCancelNotSent,
        EntryKind.CancelAnswerLost => CalloutText.EntryCancelAnswerLost,
        EntryKind.CancelFound => CalloutText.EntryCancelFound,
        EntryKind.Claimed => CalloutText.EntryClaimed,
        EntryKind.HandedBack => CalloutText.EntryHandedBack,
        EntryKind.Note => CalloutText.EntryNote,
        EntryKind.IncidentNumbered => SheetText.EntryIncident,
        EntryKind.MessageSent => SheetText.EntryMessageSent,
        EntryKind.MessageReceived => SheetText.EntryMessageReceived,
        EntryKind.ReasonAttached => SheetText.EntryReasonAttached,
        EntryKind.ReasonNotAttached => SheetText.EntryReasonNotAttached,
        EntryKind.ReasonAnswerLost => SheetText.EntryReasonAnswerLost,
        EntryKind.ReportRead => SheetText.EntryReport,
        EntryKind.Rated => SheetText.EntryRated,
        EntryKind.RatingNotTaken => SheetText.EntryRatingNotTaken,
        EntryKind.RatingAnswerLost => SheetText.EntryRatingAnswerLost,
        EntryKind.ContactCalled => DossierText.EntryCalled,
        EntryKind.CodeWordShown => DossierText.EntryCodeWord,
        EntryKind.StepTicked => PlanText.EntryTicked,
        EntryKind.StepUnticked => PlanText.EntryUnticked,
        EntryKind.StepsLeftOpen => PlanText.EntryLeftOpen,
        EntryKind.CameOnTest => TestingText.EntryOnTest,
        EntryKind.ClaimTakenBack => CalloutText.EntryClaimTakenBack,
        EntryKind.TakenOver => CalloutText.EntryTakenOver,
        EntryKind.MissingAtAura => CalloutText.EntryMissing,
        EntryKind.FoundAtAura => CalloutText.EntryFound,
        EntryKind.ClosedHere => CalloutText.EntryClosedHere,
        EntryKind.PositionSent => RaiseCustomerText.EntryPosition,
        EntryKind.PositionsBegun => RaiseCustomerText.EntryPositionsBegun,
        EntryKind.PositionsEnded => RaiseCustomerText.EntryPositionsEnded,
        _ => kind.ToString(),
    };
}
