namespace AuraConsole.Samples.PanicApiWorker;

/// <summary>The section <c>Sample</c>.</summary>
internal sealed class SampleOptions
{
    /// <summary>Between two readings of the callout; AURA's advice is 5 to 20 s while it is active.</summary>
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait for the callout to close, and for the callback to come.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Where the callback is listened for, on this machine; port 0 takes a free one.</summary>
    public int CallbackPort { get; set; }

    /// <summary>The address by which AURA reaches that port, HTTPS; null when AURA is the simulator on this machine.</summary>
    public Uri? PublicCallbackUrl { get; set; }
}
