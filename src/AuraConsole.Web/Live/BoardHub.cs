using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace AuraConsole.Web.Live;

/// <summary>Pushes the board to screens without a circuit. It takes no calls from them.</summary>
[Authorize]
public sealed class BoardHub(Board board) : Hub<IBoardClient>
{
    public const string Path = "/hubs/board";

    /// <summary>The group of those connected already gets changes before this snapshot is read, so nothing falls between the two.</summary>
    public override Task OnConnectedAsync()
    {
        var snapshot = board.Now;
        return Clients.Caller.Snapshot([.. snapshot.Active.Values, .. snapshot.RecentlyClosed]);
    }
}
