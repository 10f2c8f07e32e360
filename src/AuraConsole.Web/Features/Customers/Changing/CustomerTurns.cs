namespace AuraConsole.Web.Features.Customers.Changing;

/// <summary>One change at a time for a customer or a mobile, so that a check and the call it allows are not parted.</summary>
public sealed class CustomerTurns : IDisposable
{
    // two customers share a turn now and then, which only makes somebody wait
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 32).Select(static _ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> TakeAsync(object key, CancellationToken cancellationToken)
    {
        var turn = _turns[(uint)key.GetHashCode() % _turns.Length];
        await turn.WaitAsync(cancellationToken);
        return new Turn(turn);
    }

    public void Dispose() => Array.ForEach(_turns, static turn => turn.Dispose());

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
