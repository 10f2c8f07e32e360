using Microsoft.AspNetCore.SignalR;

namespace AuraConsole.Web.Live;

/// <summary>Sends every changed row to the hub's clients, at most once per coalescing interval.</summary>
public sealed class BoardPush(Board board, IHubContext<BoardHub, IBoardClient> hub) : IHostedService
{
    private BoardSnapshot _sent = BoardSnapshot.Empty;
    private IDisposable? _subscription;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = board.Feed.Subscribe(PushAsync);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _subscription?.Dispose();
        return Task.CompletedTask;
    }

    private async Task PushAsync()
    {
        var before = _sent;
        var now = _sent = board.Now;
        foreach (var row in now.Active.Values.Concat(now.RecentlyClosed))
        {
            if (before.Find(row.Id)?.Version != row.Version)
                await hub.Clients.All.CalloutChanged(row);
        }
    }
}
