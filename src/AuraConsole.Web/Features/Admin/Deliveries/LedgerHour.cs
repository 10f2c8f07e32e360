using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Admin.Deliveries;

/// <summary>An hour of deliveries: what was counted at the door beside what lies in the inbox.</summary>
/// <param name="Counted">At the door.</param>
/// <param name="Applied">In the inbox, by what became of them.</param>
/// <param name="IsOver">False for the hour that still runs: it can be out of step for an instant.</param>
public sealed record LedgerHour(DeliveryHour Counted, int Applied, int Ignored, int SetAside, int Pending, bool IsOver)
{
    public int Stored => Applied + Ignored + SetAside + Pending;

    /// <summary>New ones by the door's count: answered 200, and not there before.</summary>
    public long Expected => Counted.Received - Counted.Repeated - Counted.Removed;

    /// <summary>Answered 200 and not in the inbox. More than 0 is a loss.</summary>
    public long Missing => IsOver ? Math.Max(0, Expected - Stored) : 0;

    /// <summary>In the inbox and not counted: the console was stopped hard, and the last seconds' counts with it.</summary>
    public long Uncounted => IsOver ? Math.Max(0, Stored - Expected) : 0;
}
