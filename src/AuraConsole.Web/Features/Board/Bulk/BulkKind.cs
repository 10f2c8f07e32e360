namespace AuraConsole.Web.Features.Board.Bulk;

/// <summary>What can be done with many callouts at once.</summary>
public enum BulkKind
{
    Claim,
    Note,
    PutAway,
}

/// <summary>What will become of one of them.</summary>
public enum BulkFate
{
    Claim,
    Note,

    /// <summary>AURA is asked to cancel it.</summary>
    Cancel,

    /// <summary>AURA does not know it: closed on this console alone.</summary>
    CloseHere,

    AlreadyYours,
    OwnedByOther,
    Closed,

    /// <summary>Stood down already; AURA closes it.</summary>
    StoodDown,

    /// <summary>A stand-down is on its way.</summary>
    CancelUnderWay,

    /// <summary>No such callout on the board any more.</summary>
    Unknown,
}
