using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live.Clocks;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Live;

/// <summary>
/// The board as far as the person of this circuit may see it: what every screen draws from. For most people that is the whole board,
/// and the very same objects.
/// </summary>
public sealed class VisibleBoard(Board board, BoardOrder order, Scopes scopes, AuthenticationStateProvider authentication)
{
    private readonly Lock _lock = new();
    private (BoardSnapshot Whole, Scope Scope, BoardSnapshot Part) _snapshot = (BoardSnapshot.Empty, Scope.Nothing, BoardSnapshot.Empty);
    private (OrderedBoard Whole, Scope Scope, OrderedBoard Part) _ordered = (OrderedBoard.Empty, Scope.Nothing, OrderedBoard.Empty);

    public BoardSnapshot Now
    {
        get
        {
            lock (_lock)
                return Part(board.Now, Scope);
        }
    }

    /// <summary>The same in the order of urgency.</summary>
    public OrderedBoard Ordered
    {
        get
        {
            lock (_lock)
            {
                var (whole, scope) = (order.Now, Scope);
                if (!scope.IsLimited)
                    return whole;
                if (!ReferenceEquals(_ordered.Whole, whole) || _ordered.Scope != scope)
                    _ordered = (whole, scope, whole.Within(scope, Part(whole.Snapshot, scope)));
                return _ordered.Part;
            }
        }
    }

    /// <summary>What the person may see. Whoever signs out, or is not known yet, sees nothing.</summary>
    public Scope Scope => authentication.GetAuthenticationStateAsync() is { IsCompletedSuccessfully: true } state
        ? scopes.Of(state.Result.User)
        : Scope.Nothing;

    /// <summary>Calls <paramref name="refresh"/> after changes of the board and of what the person may see, until disposed.</summary>
    /// <param name="refresh">Re-reads what it shows.</param>
    /// <param name="calloutId">Only changes of this callout; null for all.</param>
    public IDisposable Subscribe(Func<Task> refresh, long? calloutId = null) =>
        new Both(board.Feed.Subscribe(refresh, calloutId), scopes.Feed.Subscribe(refresh));

    /// <summary>The same object for the same board and scope: who compares by reference finds nothing changed.</summary>
    private BoardSnapshot Part(BoardSnapshot whole, Scope scope)
    {
        if (!scope.IsLimited)
            return whole;
        if (!ReferenceEquals(_snapshot.Whole, whole) || _snapshot.Scope != scope)
            _snapshot = (whole, scope, whole.Within(scope));
        return _snapshot.Part;
    }

    private sealed class Both(IDisposable one, IDisposable other) : IDisposable
    {
        public void Dispose()
        {
            one.Dispose();
            other.Dispose();
        }
    }
}
