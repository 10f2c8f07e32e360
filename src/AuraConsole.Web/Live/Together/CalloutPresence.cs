using System.Collections.Concurrent;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Live.Together;

/// <summary>Who has which callout open at this moment, and who is typing. In memory only: it is true while it is seen, and not kept.</summary>
public sealed class CalloutPresence(TimeProvider time, ILogger<CalloutPresence> logger)
{
    /// <summary>Far more than consoles there are; beyond it people work unseen, and nothing else breaks.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<PresentHere, byte> _here = new();

    public LiveFeed Feed { get; } = new(time, logger);

    /// <summary>The callouts that somebody looks at.</summary>
    public IReadOnlyCollection<long> Open => [.. _here.Keys.Where(here => here.IsSeen).Select(here => here.CalloutId).Distinct()];

    /// <summary>Comes in; leaves when the answer is disposed.</summary>
    public PresentHere Enter(long calloutId, Operator who)
    {
        var here = new PresentHere(this, calloutId, who, time);
        if (_here.Count < Most)
            _here[here] = 0;
        Feed.Publish(calloutId);
        return here;
    }

    /// <summary>Everybody but <paramref name="me"/>, each person once, by name; what they type is told of whichever window they type in.</summary>
    public IReadOnlyList<PresentPerson> Others(PresentHere me) =>
    [
        .. _here.Keys.Where(here => here.CalloutId == me.CalloutId && here.IsSeen && here != me)
            .GroupBy(here => here.Who.Id)
            .Select(person => new PresentPerson(person.First().Who.Name, person.Key == me.Who.Id, person.Max(here => here.Typing)))
            .OrderBy(person => person.Name, StringComparer.CurrentCulture),
    ];

    internal void Leave(PresentHere here)
    {
        _here.TryRemove(here, out _);
        Feed.Publish(here.CalloutId);
    }
}

/// <summary>Somebody else at the same callout.</summary>
/// <param name="Name">Who.</param>
/// <param name="IsMe">The same person in another window.</param>
/// <param name="Typing">What they are typing, if anything.</param>
public sealed record PresentPerson(string Name, bool IsMe, TypingWhat Typing);
