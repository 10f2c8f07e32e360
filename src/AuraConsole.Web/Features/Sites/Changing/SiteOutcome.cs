namespace AuraConsole.Web.Features.Sites.Changing;

/// <summary>What came of a change that somebody asked for.</summary>
public enum SiteOutcome
{
    /// <summary>AURA did it, and the console has it as AURA answered.</summary>
    Done,

    /// <summary>No answer, but AURA has it as asked.</summary>
    FoundDone,

    /// <summary>No answer, and AURA has it as before.</summary>
    FoundNotDone,

    /// <summary>No answer, and AURA could not be looked at either: perhaps done, perhaps not.</summary>
    Unknown,

    /// <summary>AURA refused; nothing has changed.</summary>
    Refused,

    /// <summary>An active site here has the reference already; nothing was sent.</summary>
    ReferenceTaken,

    /// <summary>Somebody changed the site since it was opened; nothing was sent.</summary>
    ChangedMeanwhile,

    /// <summary>The site is not in service any more: deleted here meanwhile, or unknown to AURA.</summary>
    Gone,
}

public enum SiteAction
{
    Register,
    Edit,
    Delete,
}
