using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Live.Together;

/// <summary>One open sheet of one browser.</summary>
public sealed class PresentHere : IDisposable
{
    /// <summary>After so long without a key nobody is typing any more.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly CalloutPresence _presence;
    private readonly ITimer _stopped;

    internal PresentHere(CalloutPresence presence, long calloutId, Operator who, TimeProvider time)
    {
        (_presence, CalloutId, Who) = (presence, calloutId, who);
        _stopped = time.CreateTimer(_ => SetTyping(TypingWhat.Nothing), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public long CalloutId { get; }

    public Operator Who { get; }

    public TypingWhat Typing { get; private set; }

    /// <summary>False while the browser's connection is down.</summary>
    public bool IsSeen { get; private set; } = true;

    /// <summary>A key was pressed.</summary>
    public void Types(TypingWhat what)
    {
        _stopped.Change(what == TypingWhat.Nothing ? Timeout.InfiniteTimeSpan : Pause, Timeout.InfiniteTimeSpan);
        SetTyping(what);
    }

    public void SetSeen(bool isSeen)
    {
        IsSeen = isSeen;
        _presence.Feed.Publish(CalloutId);
    }

    public void Dispose()
    {
        _stopped.Dispose();
        _presence.Leave(this);
    }

    private void SetTyping(TypingWhat what)
    {
        if (Typing == what)
            return;
        Typing = what;
        _presence.Feed.Publish(CalloutId);
    }
}
