using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Components.Drafts;

/// <summary>
/// Keeps one form's draft: a moment after the last key, when the field is left, and when the page goes. A form restores
/// <see cref="ReadAsync"/>, calls <see cref="Changed"/> with every change and <see cref="ForgetAsync"/> once it was sent or thrown away.
/// </summary>
public sealed partial class DraftKeeper : IAsyncDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private readonly DraftStore _store;
    private readonly ILogger _logger;
    private readonly string _userId;
    private readonly string _key;
    private readonly ITimer _timer;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private string? _unsaved;

    public DraftKeeper(DraftStore store, TimeProvider time, ILogger logger, string userId, string key)
    {
        (_store, _logger, _userId, _key) = (store, logger, userId, key);
        _timer = time.CreateTimer(_ => _ = FlushAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>False after a draft was too long, or could not be saved: whoever types should know.</summary>
    public bool IsKept { get; private set; } = true;

    public async Task<Draft?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _store.ReadAsync(_userId, _key, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotRead(_logger, failure);
            return null;
        }
    }

    public void Changed(string body)
    {
        Interlocked.Exchange(ref _unsaved, body);
        _timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Saves at once what has not been saved; never throws.</summary>
    public async Task FlushAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (Interlocked.Exchange(ref _unsaved, null) is { } body)
                IsKept = await _store.SaveAsync(_userId, _key, body, CancellationToken.None);
        }
        catch (Exception failure)
        {
            Log.NotSaved(_logger, failure);
            IsKept = false;
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task ForgetAsync()
    {
        Interlocked.Exchange(ref _unsaved, "");
        return FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await FlushAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A draft could not be read")]
        public static partial void NotRead(ILogger logger, Exception failure);

        [LoggerMessage(2, LogLevel.Error, "A draft could not be saved")]
        public static partial void NotSaved(ILogger logger, Exception failure);
    }
}
