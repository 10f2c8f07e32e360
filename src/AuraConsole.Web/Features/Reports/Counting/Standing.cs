namespace AuraConsole.Web.Features.Reports.Counting;

/// <summary>Callouts that stood open for more than a day: how many, and on which day most stood.</summary>
/// <param name="from">Where the period begins.</param>
/// <param name="days">How many days it has.</param>
/// <param name="dayOf">The number of the day, from 0, in which an instant lies.</param>
public sealed class Standing(DateTimeOffset from, int days, Func<DateTimeOffset, int> dayOf)
{
    public static readonly TimeSpan Limit = TimeSpan.FromHours(24);

    private readonly int[] _changes = new int[days + 1];

    public int Count { get; private set; }

    public int Worst
    {
        get
        {
            var (standing, worst) = (0, 0);
            foreach (var change in _changes)
                worst = Math.Max(worst, standing += change);
            return worst;
        }
    }

    /// <param name="seen">When it came.</param>
    /// <param name="until">When it closed, or now.</param>
    public void Add(DateTimeOffset seen, DateTimeOffset until)
    {
        if (until - seen <= Limit)
            return;
        Count++;
        var first = dayOf(seen + Limit < from ? from : seen + Limit);
        if (first >= days)
            return;
        _changes[first]++;
        _changes[Math.Min(dayOf(until) + 1, days)]--;
    }
}
