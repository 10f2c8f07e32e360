namespace AuraConsole.Web.Data.Entities;

/// <summary>What is asked of AURA.</summary>
public enum CommandKind
{
    Raise,
    Cancel,
}

/// <summary>Where a command stands.</summary>
public enum CommandState
{
    /// <summary>On disk; nothing has left yet.</summary>
    Recorded,

    /// <summary>On its way to AURA.</summary>
    Sending,

    /// <summary>AURA did it.</summary>
    Confirmed,

    /// <summary>An active callout already serves the purpose; no second one was made.</summary>
    Joined,

    /// <summary>AURA refused.</summary>
    Rejected,

    /// <summary>Certainly not done.</summary>
    NotSent,

    /// <summary>It left, and no answer came: AURA is being looked at.</summary>
    Unknown,
}

/// <summary>Why the console itself decided a command's outcome.</summary>
public enum CommandNote
{
    /// <summary>The site had an active callout when this was asked.</summary>
    ActiveCalloutHere,

    /// <summary>AURA answered with a callout that existed before.</summary>
    ExistingAtAura,

    /// <summary>AURA answered with a callout of another site.</summary>
    OtherSite,

    /// <summary>AURA answered with a callout of another customer.</summary>
    OtherCustomer,

    /// <summary>The customer is deleted, or not known here.</summary>
    CustomerGone,

    /// <summary>Another raise for the site is still being checked.</summary>
    OtherRaiseUnsettled,

    /// <summary>The site is deleted.</summary>
    SiteDeleted,

    /// <summary>The console stopped before the command left.</summary>
    StoppedBefore,

    /// <summary>AURA was looked at long enough and has nothing.</summary>
    NothingAtAura,

    /// <summary>A person settled it after asking AURA.</summary>
    SettledByPerson,

    /// <summary>The callout is closed already.</summary>
    AlreadyClosed,

    /// <summary>Compulsory steps of its plan are open, and no reason was given.</summary>
    StepsOpen,
}
