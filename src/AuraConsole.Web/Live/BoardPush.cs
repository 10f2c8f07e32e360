using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live.Clocks;

namespace AuraConsole.Web.Live;

/// <summary>
/// Sends one screen the board and then every changed row, at most once per coalescing interval. Each screen has its own, because a
/// broadcast waits for the slowest.
/// </summary>
internal sealed partial class BoardPush(Board board, StageClocks clocks, IBoardClient client, ScreenSight sight, ILogger logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BoardSnapshot _sent = BoardSnapshot.Empty;
    private ClockBook _book = ClockBook.Empty;
    private IDisposable? _changes;
    private IDisposable? _presets;
    private IDisposable? _scopes;
    private Scope _scope = Scope.Nothing;
    private int _pulsing;

    /// <summary>Subscribes, then sends the snapshot; changes that happen meanwhile follow it.</summary>
    public async Task StartAsync()
    {
        _changes = board.Feed.Subscribe(PushAsync);
        _presets = clocks.Feed.Subscribe(PushAsync);
        _scopes = sight.Scopes.Subscribe(PushAsync);
        await SendAllAsync();
        _begun.SetResult();
    }

    /// <summary>Leaves out the pulse when the one before is still on its way.</summary>
    public async Task SendPulseAsync(Pulse pulse)
    {
        if (Interlocked.Exchange(ref _pulsing, 1) == 1)
            return;
        try
        {
            await _begun.Task;
            await client.Pulse(pulse);
        }
        catch (Exception failure)
        {
            Log.PulseFailed(logger, failure);
        }
        finally
        {
            Volatile.Write(ref _pulsing, 0);
        }
    }

    public void Dispose()
    {
        _changes?.Dispose();
        _presets?.Dispose();
        _scopes?.Dispose();
        _turn.Dispose();
    }

    private async Task PushAsync()
    {
        await _begun.Task;
        // two subscriptions, one order
        await _turn.WaitAsync();
        try
        {
            // other presets give every row other times, and another scope other rows
            if (!ReferenceEquals(_book, clocks.Now) || _scope != sight.Scope())
            {
                await SendAllAsync();
                return;
            }
            var before = _sent;
            _sent = board.Now;
            foreach (var row in _sent.ChangedSince(before).Where(row => _scope.Covers(row.SiteGroupId)))
                await client.CalloutChanged(View(row));
        }
        finally
        {
            _turn.Release();
        }
    }

    private Task SendAllAsync()
    {
        (_sent, _book, _scope) = (board.Now, clocks.Now, sight.Scope());
        return client.Snapshot([.. _sent.Within(_scope).Rows.Select(View)]);
    }

    private BoardRow View(BoardRow row)
    {
        var clock = row.IsActive ? clocks.Running(row) : null;
        return sight.View(row with { WarnsAt = clock?.WarnsAt, BreachesAt = clock?.BreachesAt });
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "A screen did not take its pulse")]
        public static partial void PulseFailed(ILogger logger, Exception failure);
    }
}
