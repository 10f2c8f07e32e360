using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Patrols.Recurring;
using AuraConsole.Web.Resources;
using NodaTime;

namespace AuraConsole.Web.Features.Patrols.Showing;

/// <summary>Words and shapes of patrols: colour never speaks alone.</summary>
internal static class VisitText
{
    private static readonly (PatrolDays Day, Func<string> Word)[] DayWords =
    [
        (PatrolDays.Monday, () => PatrolsText.Mon), (PatrolDays.Tuesday, () => PatrolsText.Tue), (PatrolDays.Wednesday, () => PatrolsText.Wed),
        (PatrolDays.Thursday, () => PatrolsText.Thu), (PatrolDays.Friday, () => PatrolsText.Fri), (PatrolDays.Saturday, () => PatrolsText.Sat),
        (PatrolDays.Sunday, () => PatrolsText.Sun),
    ];

    public static IEnumerable<(PatrolDays Day, string Word)> Days => DayWords.Select(static one => (one.Day, one.Word()));

    public static string Shape(OccurrenceState state, bool isLate) => state switch
    {
        OccurrenceState.Due => isLate ? "▲" : "○",
        OccurrenceState.Started => "◐",
        OccurrenceState.Done => "●",
        OccurrenceState.Missed => "■",
        _ => "⊘",
    };

    public static string Word(OccurrenceState state, bool isLate) => state switch
    {
        OccurrenceState.Due => isLate ? PatrolsText.Late : PatrolsText.Due,
        OccurrenceState.Started => PatrolsText.Started,
        OccurrenceState.Done => PatrolsText.Done,
        OccurrenceState.Missed => PatrolsText.Missed,
        _ => PatrolsText.Cancelled,
    };

    /// <summary>Where a patrol as a whole stands.</summary>
    public static (string Shape, string Word, string Tone) Of(Patrol patrol) => (patrol.State, patrol.CancelState) switch
    {
        (_, CommandState.Confirmed) => ("⊘", PatrolsText.StateCancelled, "off"),
        (_, CommandState.Unknown) => ("▲", PatrolsText.StateCancelUnknown, "warn"),
        (_, CommandState.Recorded or CommandState.Sending) => ("…", PatrolsText.StateCancelling, ""),
        (CommandState.Confirmed, _) => ("●", PatrolsText.StateScheduled, "good"),
        (CommandState.Unknown, _) => ("▲", PatrolsText.StateUnknown, "warn"),
        (CommandState.Rejected, _) => ("■", PatrolsText.StateRejected, "bad"),
        (CommandState.NotSent, _) => ("■", PatrolsText.StateNotSent, "bad"),
        _ => ("…", PatrolsText.StateSending, ""),
    };

    public static string Outcome(PatrolCommand command) => command.Note switch
    {
        PatrolNote.TooSoon => PatrolsText.NoteTooSoon,
        PatrolNote.SiteDeleted => PatrolsText.NoteSiteDeleted,
        PatrolNote.CustomerDeleted => PatrolsText.NoteCustomerDeleted,
        PatrolNote.StoppedBefore => PatrolsText.NoteStoppedBefore,
        PatrolNote.SettledByPerson => Say.With(PatrolsText.NoteSettled, command.SettledByName),
        _ => command.State switch
        {
            CommandState.Confirmed => PatrolsText.OutcomeConfirmed,
            CommandState.Rejected => PatrolsText.OutcomeRejected,
            CommandState.NotSent => PatrolsText.OutcomeNotSent,
            CommandState.Unknown => command.Kind == PatrolCommandKind.Schedule ? PatrolsText.OutcomeUnknown : PatrolsText.OutcomeCancelUnknown,
            _ => PatrolsText.OutcomeSending,
        },
    };

    /// <summary>"Every 2 weeks on Mon, Wed, until 30 Jun 2026".</summary>
    public static string Repeats(Patrol patrol)
    {
        if (patrol.Repeat == PatrolRepeat.Once)
            return PatrolsText.RepeatOnce;
        var days = string.Join(", ", Days.Where(one => patrol.Days.HasFlag(one.Day)).Select(static one => one.Word));
        var how = patrol.Repeat == PatrolRepeat.Daily ? Say.With(PatrolsText.EveryDays, patrol.Every) : Say.With(PatrolsText.EveryWeeks, patrol.Every, days);
        return Say.Joined(how,
            patrol.LastDate is { } last ? Say.With(PatrolsText.UntilDate, Date(last)) : null,
            patrol.Count is { } count ? Say.With(PatrolsText.Times, count) : null);
    }

    public static string Date(DateOnly date) => date.ToString("ddd d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>On the clock of a zone, with its offset.</summary>
    public static string At(DateTimeOffset at, DateTimeZone zone) =>
        Instant.FromDateTimeOffset(at).InZone(zone).ToString("ddd d MMM yyyy HH:mm '('o<g>')'", CultureInfo.CurrentCulture);

    public static string? Change(ClockChange change) => change switch
    {
        ClockChange.Skipped => PatrolsText.ChangeSkipped,
        ClockChange.Twice => PatrolsText.ChangeTwice,
        ClockChange.During => PatrolsText.ChangeDuring,
        _ => null,
    };
}
