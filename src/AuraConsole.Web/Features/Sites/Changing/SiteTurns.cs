namespace AuraConsole.Web.Features.Sites.Changing;

/// <summary>One change at a time per reference, so that a check and the call it allows are not parted by somebody else's change.</summary>
public sealed class SiteTurns : IDisposable
{
    // sites share a turn now and then, which only makes somebody wait
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 32).Select(static _ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> TakeAsync(string reference, CancellationToken cancellationToken)
    {
        var turn = _turns[(uint)string.GetHashCode(reference, StringComparison.Ordinal) % _turns.Length];
        await turn.WaitAsync(cancellationToken);
        return new Turn(turn);
    }

    public void Dispose() => Array.ForEach(_turns, static turn => turn.Dispose());

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
