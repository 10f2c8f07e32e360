namespace AuraConsole.Web.Data.Entities;

/// <summary>What an entry tells.</summary>
public enum EntryKind
{
    /// <summary>First seen here, raised by somebody else.</summary>
    RaisedElsewhere,

    /// <summary>The callout reached <see cref="Entry.Stage"/>.</summary>
    StageReached,

    /// <summary>An event named an earlier stage than the present one: kept, nothing moved.</summary>
    LateEvent,

    /// <summary>An event that moves no stage; the detail is AURA's event name.</summary>
    EventReceived,

    /// <summary>AURA's status text changed to one this console cannot place; the detail is that text.</summary>
    StatusText,

    RaiseAsked,
    RaiseConfirmed,
    RaiseJoined,
    RaiseAnswerLost,
    RaiseFound,
    CancelAsked,
    CancelConfirmed,
    CancelRejected,
    CancelNotSent,
    CancelAnswerLost,
    CancelFound,
    Claimed,
    HandedBack,

    /// <summary>AURA neither lists the callout nor says that it is closed.</summary>
    MissingAtAura,

    /// <summary>AURA lists the callout again.</summary>
    FoundAtAura,

    /// <summary>A person closed it here because AURA no longer knows it.</summary>
    ClosedHere,

    /// <summary>What an operator wrote down; the detail is the text.</summary>
    Note,

    /// <summary>The claimer undid their claim at once, as if it had not been.</summary>
    ClaimTakenBack,

    /// <summary>Another person took the callout over; the detail says from whom, and why.</summary>
    TakenOver,

    /// <summary>A message to AURA.</summary>
    MessageSent,

    /// <summary>A message from AURA, or from another integration of ours; <see cref="Entry.By"/> is who spoke.</summary>
    MessageReceived,

    /// <summary>The detail is the new number; null when it was taken away.</summary>
    IncidentNumbered,

    ReasonAttached,
    ReasonNotAttached,
    ReasonAnswerLost,
    ReportRead,
    Rated,
    RatingNotTaken,
    RatingAnswerLost,

    /// <summary>A contact of the site was telephoned; the detail says who and what came of it.</summary>
    ContactCalled,

    /// <summary>Somebody read a code word of the site; the detail is what the word is for, never the word.</summary>
    CodeWordShown,

    StepTicked,
    StepUnticked,

    /// <summary>Put away with compulsory steps open; the detail is the reason.</summary>
    StepsLeftOpen,

    /// <summary>The site was on test when the callout came; the detail is why.</summary>
    CameOnTest,
    /// <summary>A later position of the customer; the detail says where.</summary>
    PositionSent,

    /// <summary>A browser began to send its position again and again.</summary>
    PositionsBegun,

    PositionsEnded,
}
