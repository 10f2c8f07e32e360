using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Board.Bulk;

/// <summary>One line of the preview.</summary>
/// <param name="Id">AURA's id.</param>
/// <param name="Row">As the board has it; null when it has it no more.</param>
/// <param name="Fate">What will become of it.</param>
public sealed record BulkStep(long Id, BoardRow? Row, BulkFate Fate)
{
    /// <summary>Something will be done, rather than skipped.</summary>
    public bool IsDone => Fate <= BulkFate.CloseHere;
}

/// <summary>What an action would do with each callout. Pure; each is asked again when its turn comes.</summary>
public static class BulkPlan
{
    public static BulkStep Of(BulkKind kind, long id, BoardRow? row, string? me, bool isStandingDown) => new(id, row, row is null ? BulkFate.Unknown : kind switch
    {
        BulkKind.Claim => Claim(row, me),
        BulkKind.Note => BulkFate.Note,
        _ => PutAway(row, isStandingDown),
    });

    private static BulkFate Claim(BoardRow row, string? me) =>
        !row.IsActive ? BulkFate.Closed
        : row.OwnerId is null ? BulkFate.Claim
        : row.OwnerId == me ? BulkFate.AlreadyYours
        : BulkFate.OwnedByOther;

    private static BulkFate PutAway(BoardRow row, bool isStandingDown) =>
        !row.IsActive ? BulkFate.Closed
        : row.MissingAtAura ? BulkFate.CloseHere
        : isStandingDown ? BulkFate.CancelUnderWay
        : row.Stage == CalloutStage.StoodDown ? BulkFate.StoodDown
        : BulkFate.Cancel;
}
