using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Board.Bulk;

/// <summary>The words and the shape of a preview's line.</summary>
internal static class BulkWords
{
    public static string NameOf(BulkStep step) =>
        Say.Joined(step.Row?.SiteName ?? step.Row?.CustomerName ?? (step.Row?.CustomerAuraId is { } customer ? Say.With(CalloutText.Customer, customer) : null), Say.With(CalloutText.Callout, step.Id));

    public static string Of(BulkStep step) => step.Fate switch
    {
        BulkFate.Claim => BulkText.WillClaim,
        BulkFate.Note => BulkText.WillNote,
        BulkFate.Cancel => step.Row?.OwnerName is { } owner ? Say.With(BulkText.WillCancelOwned, owner) : BulkText.WillCancel,
        BulkFate.CloseHere => BulkText.WillCloseHere,
        BulkFate.AlreadyYours => BulkText.AlreadyYours,
        BulkFate.OwnedByOther => Say.With(BulkText.OwnedByOther, step.Row?.OwnerName),
        BulkFate.Closed => BulkText.AlreadyClosed,
        BulkFate.StoodDown => BulkText.StoodDown,
        BulkFate.CancelUnderWay => BulkText.CancelUnderWay,
        _ => BulkText.Gone,
    };

    public static string MarkOf(BulkStep step, BulkResult? result) =>
        result is null ? step.IsDone ? "➜" : "–" : result.IsGood ? "✔" : "✖";

    public static (string Title, string Text, string Label, string Confirm) Of(BulkKind kind) => kind switch
    {
        BulkKind.Claim => (BulkText.ClaimTitle, BulkText.ClaimExplained, BulkText.ClaimComment, CalloutText.Claim),
        BulkKind.Note => (BulkText.NoteTitle, BulkText.NoteExplained, BulkText.NoteComment, BulkText.Note),
        _ => (BulkText.PutAwayTitle, BulkText.PutAwayExplained, BulkText.PutAwayComment, BulkText.PutAway),
    };
}
