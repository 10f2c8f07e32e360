namespace AuraConsole.Web.Live.Clocks;

/// <summary>The clock of one phase of one callout.</summary>
/// <param name="Phase">Which.</param>
/// <param name="Since">When it began; null while it has not, or when what begins it was never told.</param>
/// <param name="Until">When it ended; null while it runs.</param>
/// <param name="Limit">What it may take.</param>
public readonly record struct PhaseClock(ClockPhase Phase, DateTimeOffset? Since, DateTimeOffset? Until, ClockLimit Limit)
{
    public bool IsRunning => Since is not null && Until is null;

    public DateTimeOffset? WarnsAt => Since + Limit.Warning;

    public DateTimeOffset? BreachesAt => Since + Limit.Breach;

    /// <summary>How it stands at an instant; one that has ended stands as it ended.</summary>
    public ClockState At(DateTimeOffset now)
    {
        var at = Until < now ? Until.Value : now;
        return at >= BreachesAt ? ClockState.Breached : at >= WarnsAt ? ClockState.Warning : ClockState.Calm;
    }
}
