using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Features.History.Reading;
using AuraConsole.Web.Live.Clocks;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.History.Pages;

/// <summary>What history says.</summary>
internal static class HistoryWords
{
    public static string OutcomeOf(string outcome) => outcome switch
    {
        Data.Entities.Outcomes.NotTold => HistoryText.OutcomeNotTold,
        Data.Entities.Outcomes.StoodDown => HistoryText.OutcomeStoodDown,
        Data.Entities.Outcomes.ClosedHere => HistoryText.OutcomeClosedHere,
        _ => outcome,
    };

    /// <summary>The site, or the customer with no more than the first name.</summary>
    public static string WhereOf(HistoryLine line) => line.SiteName
        ?? MaskedOf(line.CustomerName)
        ?? (line.CustomerAuraId is { } customer ? Say.With(CalloutText.Customer, customer) : Say.With(CalloutText.Callout, line.AuraId));

    public static string? MaskedOf(string? fullName)
    {
        var words = fullName?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return words.Length < 2 ? fullName : CustomerMask.Name(words[0], words[^1]);
    }

    public static string PhasesOf(int breached) => string.Join(
        ", ", Enum.GetValues<ClockPhase>().Where(phase => (breached & (1 << (int)phase)) != 0).Select(WordOf));

    public static string CountOf(HistoryCount count) => count switch
    {
        { IsAll: true, Found: 0 } => HistoryText.CountNone,
        { IsAll: true, Found: 1 } => HistoryText.CountOne,
        { IsAll: true } => Say.With(HistoryText.Count, count.Found),
        { Found: >= HistoryQueries.MostCounted } => Say.With(HistoryText.CountMore, count.Found),
        _ => Say.With(HistoryText.CountAtLeast, count.Found),
    };

    private static string WordOf(ClockPhase phase) => phase switch
    {
        ClockPhase.Claim => ClocksText.PhaseClaim,
        ClockPhase.Dispatch => ClocksText.PhaseDispatch,
        ClockPhase.Arrive => ClocksText.PhaseArrive,
        ClockPhase.Complete => ClocksText.PhaseComplete,
        _ => ClocksText.PhaseClose,
    };
}
