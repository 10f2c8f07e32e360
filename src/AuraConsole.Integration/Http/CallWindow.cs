using System.Net;

namespace AuraConsole.Integration.Http;

/// <summary>
/// So many calls within any stretch of time, for one process: a further call waits for its turn, in order. The framework's own limiters
/// were not taken because they keep their own clock, and because a 429 has to hold back everybody who waits.
/// </summary>
internal sealed class CallWindow(int calls, TimeSpan length, TimeProvider time)
{
    private static readonly HttpRequestOptionsKey<CallWindow> Key = new("AuraConsole.Window");

    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private readonly Queue<TimeSpan> _turns = new();
    private TimeSpan _pausedUntil;

    public static CallWindow? Of(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var window) ? window : null;

    public void Govern(HttpRequestMessage request) => request.Options.Set(Key, this);

    /// <exception cref="AuraApiException">RateLimited: the turn would come too late for somebody who waits at a screen.</exception>
    public Task EnterAsync(CancellationToken cancellationToken)
    {
        var wait = Reserve();
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>After a 429 nobody enters for as long as AURA asks, or for the whole stretch when it does not say.</summary>
    public void Heed(HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.TooManyRequests)
            return;
        var until = Now() + (RetryAfter.Of(response, time) ?? length);
        lock (_gate)
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
    }

    private TimeSpan Reserve()
    {
        lock (_gate)
        {
            var now = Now();
            var turn = _pausedUntil > now ? _pausedUntil : now;
            if (_turns.Count == calls && _turns.Peek() + length > turn)
                turn = _turns.Peek() + length;
            if (turn - now > AuraPipelines.LongestWait)
                throw new AuraApiException(AuraErrorKind.RateLimited, null, null, Guid.NewGuid().ToString("N"), turn - now);
            if (_turns.Count == calls)
                _turns.Dequeue();
            _turns.Enqueue(turn);
            return turn - now;
        }
    }

    private TimeSpan Now() => time.GetElapsedTime(_start);
}
