using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace AuraConsole.Web.Live;

/// <summary>Pushes the board to screens without a circuit. It takes no calls from them.</summary>
[Authorize]
public sealed class BoardHub(Board board, IHubContext<BoardHub, IBoardClient> hub) : Hub<IBoardClient>
{
    public const string Path = "/hubs/board";

    private static readonly object Push = typeof(BoardPush);

    public override Task OnConnectedAsync()
    {
        var push = new BoardPush(board, hub.Clients.Client(Context.ConnectionId));
        Context.Items[Push] = push;
        return push.StartAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        (Context.Items[Push] as BoardPush)?.Dispose();
        return Task.CompletedTask;
    }
}
