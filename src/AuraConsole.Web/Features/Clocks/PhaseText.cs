using AuraConsole.Web.Live.Clocks;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Clocks;

/// <summary>A phase's name on the admin's page.</summary>
internal static class PhaseText
{
    public static readonly ClockPhase[] All = Enum.GetValues<ClockPhase>();

    public static string Of(ClockPhase phase) => phase switch
    {
        ClockPhase.Claim => ClocksText.PhaseClaim,
        ClockPhase.Dispatch => ClocksText.PhaseDispatch,
        ClockPhase.Arrive => ClocksText.PhaseArrive,
        ClockPhase.Complete => ClocksText.PhaseComplete,
        _ => ClocksText.PhaseClose,
    };
}
