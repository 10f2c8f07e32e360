using AuraConsole.Integration.Http;

namespace AuraConsole.Web.Data.Entities;

/// <summary>One comparison of our sites with AURA's.</summary>
public sealed class DriftRun
{
    public int Id { get; set; }

    public DateTimeOffset At { get; set; }

    public DriftOutcome Outcome { get; set; }

    /// <summary>Sites in service here or at AURA.</summary>
    public int Compared { get; set; }

    /// <summary>How many differ; all of them, also where fewer are kept.</summary>
    public int Found { get; set; }

    public AuraErrorKind? ErrorKind { get; set; }
}

public enum DriftOutcome
{
    Done,

    /// <summary>AURA listed nothing while there are sites here: more likely a fault than the truth, so nothing was noted.</summary>
    NothingListed,

    /// <summary>AURA did not answer, or refused.</summary>
    Failed,
}
