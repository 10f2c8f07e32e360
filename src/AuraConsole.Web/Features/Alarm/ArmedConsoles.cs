using System.Diagnostics.Metrics;
using AuraConsole.Web.Live;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Alarm;

/// <summary>
/// Which open consoles have sound. When none has for a while, all boards and the log say so: an alarm that nobody hears must not look
/// like a quiet night.
/// </summary>
public sealed partial class ArmedConsoles : IDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<ArmedConsole> _armed = [];
    private readonly ILogger<ArmedConsoles> _logger;
    private readonly TimeSpan _grace;
    private readonly ITimer _timer;
    private bool _told;

    public ArmedConsoles(IOptions<AlarmOptions> options, IMeterFactory meters, TimeProvider time, ILogger<ArmedConsoles> logger)
    {
        (_logger, _grace, Feed) = (logger, options.Value.NoneArmedAfter, new LiveFeed(time, logger));
        meters.Create(ConsoleMeters.Name).CreateObservableGauge("auraconsole.consoles.armed", () => ArmedCount, "{console}", "Consoles with sound");
        _timer = time.CreateTimer(static self => ((ArmedConsoles)self!).Tell(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Rings when <see cref="IsNoneArmed"/> changes.</summary>
    public LiveFeed Feed { get; }

    public int ArmedCount
    {
        get
        {
            lock (_lock)
                return _armed.Count;
        }
    }

    /// <summary>No console has had sound for longer than the grace.</summary>
    public bool IsNoneArmed => Volatile.Read(ref _told);

    /// <summary>From here on silence counts.</summary>
    public void Begin() => _timer.Change(_grace, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer.Dispose();

    internal void Set(ArmedConsole console, bool armed)
    {
        bool back;
        int count;
        lock (_lock)
        {
            if (armed ? !_armed.Add(console) : !_armed.Remove(console))
                return;
            count = _armed.Count;
            back = count > 0 && _told;
            if (back)
                _told = false;
            if (count == 0)
                _timer.Change(_grace, Timeout.InfiniteTimeSpan);
        }
        if (!back)
            return;
        Log.Back(_logger, count);
        Feed.Publish();
    }

    private void Tell()
    {
        lock (_lock)
        {
            if (_told || _armed.Count > 0)
                return;
            _told = true;
        }
        Log.NoneArmed(_logger, _grace);
        Feed.Publish();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "No console with sound has been connected for {Grace}: nobody will hear an alarm")]
        public static partial void NoneArmed(ILogger logger, TimeSpan grace);

        [LoggerMessage(2, LogLevel.Information, "A console with sound is connected again ({Count})")]
        public static partial void Back(ILogger logger, int count);
    }
}
