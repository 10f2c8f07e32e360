namespace AuraConsole.Web.Live.Clocks;

/// <summary>
/// One timer for the whole server: it fires when the next clock breaches, and the boards order themselves anew. The browser turns the
/// clock's face by itself.
/// </summary>
internal sealed class BreachTimer(Board board, StageClocks clocks, TimeProvider time) : IHostedService, IDisposable
{
    // a timer takes no longer due times than about 49 days
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private ITimer? _timer;
    private IDisposable? _changes;
    private IDisposable? _presets;
    private DateTimeOffset _lookedAt;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _lookedAt = time.GetUtcNow();
        _timer = time.CreateTimer(static self => ((BreachTimer)self!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _changes = board.Feed.Subscribe(SetAsync);
        _presets = clocks.Feed.Subscribe(SetAsync);
        return SetAsync();
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _changes?.Dispose();
        _presets?.Dispose();
        _timer?.Dispose();
    }

    private Task SetAsync()
    {
        Set();
        return Task.CompletedTask;
    }

    private void Look()
    {
        List<long> breached;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var (before, book) = (_lookedAt, clocks.Now);
            breached = [.. board.Now.Active.Values.Where(row => CalloutClocks.NextBreach(row, book.For(row), before) <= now).Select(row => row.Id)];
            _lookedAt = now;
        }
        foreach (var id in breached)
            board.Feed.Publish(id);
        Set();
    }

    private void Set()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            // what breached since the last look is overdue, not forgotten
            if (BoardOrder.NextBreach(board.Now, clocks.Now, _lookedAt) is not { } next)
                return;
            var due = next <= now ? TimeSpan.Zero : next - now;
            // timers may be early by a tick, and a clock looked at too early would not be breached yet
            _timer?.Change((due < Longest ? due : Longest) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        }
    }
}
