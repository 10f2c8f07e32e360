using System.Collections.Concurrent;
using System.Threading.Channels;

namespace AuraConsole.Web.Webhooks;

/// <summary>Callouts that should be read from AURA soon. Asking twice is asking once; what finds no room is found by the next poll.</summary>
public class ReadRequests
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<long, byte> _waiting = new();
    private readonly Channel<long> _channel = Channel.CreateBounded<long>(new BoundedChannelOptions(Most));

    public void Ask(long calloutId)
    {
        if (_waiting.TryAdd(calloutId, 0) && !_channel.Writer.TryWrite(calloutId))
            _waiting.TryRemove(calloutId, out _);
    }

    public async Task<long> NextAsync(CancellationToken cancellationToken)
    {
        var next = await _channel.Reader.ReadAsync(cancellationToken);
        // removed before the reading starts, so that news arriving during it asks again
        _waiting.TryRemove(next, out _);
        return next;
    }
}
