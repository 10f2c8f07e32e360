using System.Collections.Concurrent;

namespace AuraConsole.Web.Outbound.Reasons;

/// <summary>AURA's lists to choose from, kept for minutes. A failure is not kept.</summary>
internal sealed class AnswerCache<TKey, TAnswer>(TimeSpan kept, int most, TimeProvider time)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, (DateTimeOffset At, TAnswer Answer)> _answers = new();

    public async Task<TAnswer> GetAsync(TKey key, Func<Task<TAnswer>> ask)
    {
        var now = time.GetUtcNow();
        if (_answers.TryGetValue(key, out var known) && now - known.At < kept)
            return known.Answer;
        var answer = await ask();
        if (_answers.Count >= most)
            _answers.Clear();
        _answers[key] = (now, answer);
        return answer;
    }
}
