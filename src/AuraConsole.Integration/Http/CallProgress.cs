namespace AuraConsole.Integration.Http;

/// <summary>How far a request came: what never left us certainly did not happen.</summary>
internal sealed class CallProgress
{
    private static readonly HttpRequestOptionsKey<CallProgress> Key = new("AuraConsole.Progress");
    private volatile bool _sent;

    /// <summary>True from the moment when AURA may have received the request, until AURA refuses it with a 401.</summary>
    public bool Sent
    {
        get => _sent;
        set => _sent = value;
    }

    public static CallProgress Of(HttpRequestMessage request)
    {
        if (!request.Options.TryGetValue(Key, out var progress))
            request.Options.Set(Key, progress = new CallProgress());
        return progress;
    }
}
