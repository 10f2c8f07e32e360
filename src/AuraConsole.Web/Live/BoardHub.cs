using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Hosting.Security;
using AuraConsole.Web.Live.Clocks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace AuraConsole.Web.Live;

/// <summary>Pushes the board to screens without a circuit. It takes no calls from them.</summary>
[Authorize(Policy = Policies.Wallboard)]
public sealed class BoardHub(
    Board board, Scopes scopes, StageClocks clocks, IHubContext<BoardHub, IBoardClient> hub, BoardScreens screens, UpstreamStatus upstream, TimeProvider time, ILogger<BoardHub> logger)
    : Hub<IBoardClient>
{
    public const string Path = "/hubs/board";

    public override async Task OnConnectedAsync()
    {
        var token = WallboardAccess.TokenOf(Context.User);
        var user = Context.User;
        var sight = token is null
            ? new ScreenSight(() => user is null ? Scope.Nothing : scopes.Of(user), scopes.Feed, static row => row)
            : new ScreenSight(static () => Scope.Everything, scopes.Feed, WallboardRow.Of);
        var push = new BoardPush(board, clocks, hub.Clients.Client(Context.ConnectionId), sight, logger);
        if (!screens.Add(token, Context, push))
            return;
        await push.StartAsync();
        await push.SendPulseAsync(Pulse.Of(upstream.Now, time.GetUtcNow()));
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        screens.Remove(Context);
        return Task.CompletedTask;
    }
}
