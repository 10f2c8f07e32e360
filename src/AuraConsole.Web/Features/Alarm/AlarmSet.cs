using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Alarm;

/// <summary>What one console sounds and shows at one moment.</summary>
public sealed record AlarmSet
{
    public static readonly AlarmSet Quiet = new();

    /// <summary>The loudest of what sounds.</summary>
    public AlarmLevel Level { get; init; }

    /// <summary>How many callouts sound.</summary>
    public int Sounding { get; init; }

    /// <summary>How many callouts have no owner: the number on the tab and the badge.</summary>
    public int Unclaimed { get; init; }

    /// <summary>How many are silenced on this console.</summary>
    public int Silenced { get; init; }

    /// <summary>Grows with every newcomer, so that the same level sounds again at once.</summary>
    public int Turn { get; init; }

    /// <summary>The newcomers of this turn, the most urgent first.</summary>
    public IReadOnlyList<BoardRow> News { get; init; } = [];
}
