namespace AuraConsole.Web.Features.Handovers.Signing;

public enum HandoverOutcome
{
    Done,

    /// <summary>There is something on the list, or no longer, that the person did not see.</summary>
    ListChanged,

    /// <summary>The person has signed another one that nobody has received yet.</summary>
    OpenAlready,

    NotesTooLong,

    /// <summary>Nobody confirms an own handover.</summary>
    Own,

    /// <summary>Not there, or not for this person.</summary>
    Gone,

    /// <summary>Somebody else confirmed that item in the meantime.</summary>
    ConfirmedMeanwhile,

    /// <summary>Somebody has signed for it: it can no longer be changed.</summary>
    Signed,

    Withdrawn,

    /// <summary>Items that the person may see wait for a confirmation, or for the signature behind it.</summary>
    NotAllConfirmed,
}

/// <param name="Outcome">What came of it.</param>
/// <param name="Id">The handover, where there is one.</param>
/// <param name="ByName">Whose deed stood in the way.</param>
public sealed record HandoverResult(HandoverOutcome Outcome, int? Id = null, string? ByName = null)
{
    public bool IsDone => Outcome == HandoverOutcome.Done;
}
