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
        EntryKind.Note when detail is not null => detail,
        EntryKind.TakenOver when detail is not null => Say.With(CalloutText.EntryTakenOverFrom, detail),
        EntryKind.StatusText => Say.With(CalloutText.EntryStatus, detail),
        _ => detail is null ? Plain(kind) : Say.With(CalloutText.EntryWithDetail, Plain(kind), detail),
    };

    /// <summary>Where the entry comes from: AURA by which way, or who.</summary>
    public static string SourceOf(Entry entry, string? me) => entry.Source switch
    {
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
        EntryKind.MissingAtAura => "▲",
        EntryKind.ClosedHere => "■",
        _ => "·",
    };

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
        EntryKind.ClaimTakenBack => CalloutText.EntryClaimTakenBack,
        EntryKind.TakenOver => CalloutText.EntryTakenOver,
        EntryKind.MissingAtAura => CalloutText.EntryMissing,
        EntryKind.FoundAtAura => CalloutText.EntryFound,
        EntryKind.ClosedHere => CalloutText.EntryClosedHere,
        _ => kind.ToString(),
    };
}
