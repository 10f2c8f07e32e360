using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.AspNetCore.SignalR;

namespace AuraConsole.Web.Access.Sessions;

/// <summary>Cuts connections off whose sign-in has ended. A circuit's may stay for a moment, so that its page can leave by itself.</summary>
internal sealed class SessionFilter(SessionDoors doors, SignInSessions sessions, TimeProvider time) : IHubFilter
{
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private static readonly object Key = new();

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var connection = context.Context;
        if (connection.User?.SessionId() is not { } session)
        {
            await next(context);
            return;
        }
        var door = doors.Open(session, context.Hub is BoardHub ? connection.Abort : () => _ = CutLaterAsync(connection));
        connection.Items[Key] = door;
        try
        {
            if (await sessions.IsOpenAsync(connection.User, connection.ConnectionAborted))
                await next(context);
            else
                connection.Abort();
        }
        catch
        {
            // whoever never was connected is not told to have left
            door.Dispose();
            throw;
        }
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        if (context.Context.Items.TryGetValue(Key, out var door))
            ((IDisposable)door!).Dispose();
        await next(context, exception);
    }

    private async Task CutLaterAsync(HubCallerContext connection)
    {
        await Task.Delay(Grace, time, connection.ConnectionAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        connection.Abort();
    }
}
