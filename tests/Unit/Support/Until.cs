namespace AuraConsole.Unit.Support;

/// <summary>Waits for a condition, at most ten real seconds.</summary>
public static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                throw new TimeoutException("The condition did not come true within ten seconds.");
            await Task.Yield();
        }
    }

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));
}
