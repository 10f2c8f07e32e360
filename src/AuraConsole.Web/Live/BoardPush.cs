namespace AuraConsole.Web.Live;

/// <summary>
/// Sends one screen the board and then every changed row, at most once per coalescing interval. Each screen has its own, because a
/// broadcast waits for the slowest.
/// </summary>
internal sealed partial class BoardPush(Board board, IBoardClient client, Func<BoardRow, BoardRow> view, ILogger logger) : IDisposable
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BoardSnapshot _sent = BoardSnapshot.Empty;
    private IDisposable? _subscription;
    private int _pulsing;

    /// <summary>Subscribes, then sends the snapshot; changes that happen meanwhile follow it.</summary>
    public async Task StartAsync()
    {
        _subscription = board.Feed.Subscribe(PushAsync);
        _sent = board.Now;
        await client.Snapshot([.. _sent.Rows.Select(view)]);
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

    public void Dispose() => _subscription?.Dispose();

    private async Task PushAsync()
    {
        await _begun.Task;
        var before = _sent;
        _sent = board.Now;
        foreach (var row in _sent.ChangedSince(before))
            await client.CalloutChanged(view(row));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "A screen did not take its pulse")]
        public static partial void PulseFailed(ILogger logger, Exception failure);
    }
}
