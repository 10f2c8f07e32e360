namespace AuraConsole.Unit.Support;

/// <summary>Waits for a condition, at most thirty real seconds.</summary>
public static class Until
{
    private static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        using var pulse = new PeriodicTimer(Pulse);
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                throw new TimeoutException("The condition did not come true within thirty seconds.");
            await pulse.WaitForNextTickAsync();
        }
    }

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));
}
