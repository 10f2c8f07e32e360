using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Components.Callouts.Timeline;

/// <summary>Which entries a timeline shows.</summary>
public enum TimelineFilter
{
    All,
    Stages,
    Commands,
    Messages,
    Notes,
}

internal static class TimelineFilters
{
    /// <summary>Null: every kind.</summary>
    public static EntryKind[]? KindsOf(TimelineFilter filter) => filter switch
    {
        TimelineFilter.Stages =>
        [
            EntryKind.RaisedElsewhere, EntryKind.StageReached, EntryKind.LateEvent, EntryKind.StatusText, EntryKind.MissingAtAura,
            EntryKind.FoundAtAura, EntryKind.ClosedHere,
        ],
        TimelineFilter.Commands =>
        [
            EntryKind.RaiseAsked, EntryKind.RaiseConfirmed, EntryKind.RaiseJoined, EntryKind.RaiseAnswerLost, EntryKind.RaiseFound,
            EntryKind.CancelAsked, EntryKind.CancelConfirmed, EntryKind.CancelRejected, EntryKind.CancelNotSent, EntryKind.CancelAnswerLost,
            EntryKind.CancelFound, EntryKind.ReasonAttached, EntryKind.ReasonNotAttached, EntryKind.ReasonAnswerLost, EntryKind.Rated,
            EntryKind.RatingNotTaken, EntryKind.RatingAnswerLost, EntryKind.PositionSent, EntryKind.PositionsBegun, EntryKind.PositionsEnded,
        ],
        TimelineFilter.Messages => [EntryKind.MessageSent, EntryKind.MessageReceived],
        TimelineFilter.Notes =>
        [
            EntryKind.Note, EntryKind.IncidentNumbered, EntryKind.ContactCalled, EntryKind.CodeWordShown, EntryKind.StepTicked, EntryKind.StepUnticked,
            EntryKind.StepsLeftOpen, EntryKind.CameOnTest,
        ],
        _ => null,
    };
}

/// <summary>The filter of one browser, for whichever callout it shows.</summary>
public sealed class TimelineChoice
{
    public TimelineFilter Filter { get; set; }
}
