namespace AuraConsole.Web.Live;

/// <summary>
/// Sends one screen the board and then every changed row, at most once per coalescing interval. Each screen has its own, because a
/// broadcast waits for the slowest.
/// </summary>
internal sealed class BoardPush(Board board, IBoardClient client) : IDisposable
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BoardSnapshot _sent = BoardSnapshot.Empty;
    private IDisposable? _subscription;

    /// <summary>Subscribes, then sends the snapshot; changes that happen meanwhile follow it.</summary>
    public async Task StartAsync()
    {
        _subscription = board.Feed.Subscribe(PushAsync);
        _sent = board.Now;
        await client.Snapshot([.. _sent.Rows]);
        _begun.SetResult();
    }

    public void Dispose() => _subscription?.Dispose();

    private async Task PushAsync()
    {
        await _begun.Task;
        var before = _sent;
        _sent = board.Now;
        foreach (var row in _sent.ChangedSince(before))
            await client.CalloutChanged(row);
    }
}
