namespace AuraConsole.Web.Features.Reports.Counting;

/// <summary>A flood: from its first window to the end of its last.</summary>
public sealed record Flood(DateTimeOffset From, DateTimeOffset To, int Callouts);

/// <summary>
/// The load of a room or of one person in the terms of ISA-18.2: counts by hour and by ten minutes, and floods. Callouts are given in the
/// order of time; hours and windows are counted from the period's first instant.
/// </summary>
public sealed class AlarmLoad(DateTimeOffset from, DateTimeOffset to)
{
    public const int Manageable = 12;
    public const int FloodBegins = 10;
    public const int FloodEnds = 5;

    /// <summary>Floods kept with their times; all are counted.</summary>
    public const int MostFloods = 200;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly List<Flood> _floods = [];
    private long _hour = -1;
    private long _window = -1;
    private int _inHour;
    private int _inWindow;
    private long _floodSince = -1;
    private int _inFlood;

    public int Callouts { get; private set; }

    /// <summary>Hours with at least one.</summary>
    public int ActiveHours { get; private set; }

    public int PeakHour { get; private set; }

    public int HoursOver { get; private set; }

    public int PeakWindow { get; private set; }

    public int WindowsOver { get; private set; }

    public int FloodCount { get; private set; }

    public TimeSpan FloodTime { get; private set; }

    public TimeSpan LongestFlood { get; private set; }

    public IReadOnlyList<Flood> Floods => _floods;

    public double AveragePerHour => (to - from).TotalHours is > 0 and var hours ? Callouts / hours : 0;

    public double AveragePerActiveHour => ActiveHours == 0 ? 0 : (double)Callouts / ActiveHours;

    public long Windows => (long)Math.Ceiling((to - from) / Window);

    public double WindowsOverShare => Windows == 0 ? 0 : (double)WindowsOver / Windows;

    public double FloodShare => to > from ? FloodTime / (to - from) : 0;

    public void Add(DateTimeOffset at)
    {
        Callouts++;
        var hour = (at - from).Ticks / Hour.Ticks;
        if (hour != _hour)
        {
            CloseHour();
            _hour = hour;
        }
        _inHour++;
        var window = (at - from).Ticks / Window.Ticks;
        if (window != _window)
        {
            CloseWindow(window);
            _window = window;
        }
        _inWindow++;
    }

    /// <summary>No more come.</summary>
    public void End()
    {
        CloseHour();
        // an empty window after the last ends what still goes on
        CloseWindow(_window + 2);
        _window = -1;
    }

    private void CloseHour()
    {
        if (_inHour == 0)
            return;
        ActiveHours++;
        PeakHour = Math.Max(PeakHour, _inHour);
        HoursOver += _inHour > Manageable ? 1 : 0;
        _inHour = 0;
    }

    private void CloseWindow(long next)
    {
        if (_inWindow == 0)
            return;
        PeakWindow = Math.Max(PeakWindow, _inWindow);
        WindowsOver += _inWindow > FloodBegins ? 1 : 0;
        if (_floodSince < 0 && _inWindow > FloodBegins)
            (_floodSince, _inFlood) = (_window, 0);
        if (_floodSince >= 0 && _inWindow < FloodEnds)
            EndFlood(_window);
        else if (_floodSince >= 0)
            _inFlood += _inWindow;
        // between the two lies a window without any
        if (_floodSince >= 0 && next > _window + 1)
            EndFlood(_window + 1);
        _inWindow = 0;
    }

    private void EndFlood(long window)
    {
        var length = Window * (window - _floodSince);
        FloodCount++;
        FloodTime += length;
        LongestFlood = length > LongestFlood ? length : LongestFlood;
        if (_floods.Count < MostFloods)
            _floods.Add(new Flood(from + (Window * _floodSince), from + (Window * window), _inFlood));
        _floodSince = -1;
    }
}
