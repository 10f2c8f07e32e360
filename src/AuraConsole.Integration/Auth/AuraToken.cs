namespace AuraConsole.Integration.Auth;

/// <summary>A server token. Deliberately no record: its text must not find its way into a log.</summary>
internal sealed class AuraToken(string value, DateTimeOffset fetchedAt, TimeSpan life)
{
    public string Value { get; } = value;

    public TimeSpan Life { get; } = life;

    public DateTimeOffset ExpiresAt { get; } = fetchedAt + life;

    /// <summary>A tenth of its life before the end, at least a minute, never more than half the life.</summary>
    public DateTimeOffset RenewAt { get; } = fetchedAt + life - Min(Max(life / 10, TimeSpan.FromMinutes(1)), life / 2);

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
