using AuraConsole.Web.Apply;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Board.Bulk;

/// <summary>What came of one callout's turn.</summary>
/// <param name="IsGood">Done, or accepted by AURA.</param>
/// <param name="Text">In words.</param>
public sealed record BulkResult(bool IsGood, string Text);

/// <summary>Does one thing with one of many callouts, over the same ways as a single action: nothing here writes or sends by itself.</summary>
public sealed partial class BulkActions(CalloutClaims claims, CalloutNotes notes, CalloutCommands commands, ILogger<BulkActions> logger)
{
    /// <summary>Cancels at AURA at a time; claims and notes go one by one.</summary>
    public const int CancelsAtOnce = 4;

    /// <summary>Never throws: one that fails holds up no other.</summary>
    /// <param name="step">From the preview.</param>
    /// <param name="comment">Checked by the caller; empty only for a claim.</param>
    /// <param name="stepsReason">Why compulsory steps stay open, where some do.</param>
    /// <param name="commandId">Made with the dialog, so that a cancel sent twice is one command.</param>
    /// <param name="by">Who asks.</param>
    public async Task<BulkResult> DoAsync(BulkStep step, string comment, string? stepsReason, Guid commandId, Operator by)
    {
        try
        {
            // a browser that closes does not stop half of them
            return step.Fate switch
            {
                BulkFate.Claim => await ClaimAsync(step.Id, comment, by),
                BulkFate.Note => Of(await notes.AddAsync(step.Id, comment, by, CancellationToken.None), BulkText.Noted, BulkText.Gone),
                BulkFate.CloseHere => Of(await claims.CloseHereAsync(step.Id, comment, stepsReason, by, CancellationToken.None)),
                _ => Of(await commands.CancelAsync(new CancelRequest(commandId, step.Id, comment) { StepsReason = stepsReason }, by, CancellationToken.None)),
            };
        }
        catch (Exception failure)
        {
            Log.Failed(logger, step.Id, failure);
            return new BulkResult(false, CalloutText.ActionFailed);
        }
    }

    private static BulkResult Of(bool done, string good, string bad) => new(done, done ? good : bad);

    private static BulkResult Of(CloseHere came) => came switch
    {
        CloseHere.Done => new BulkResult(true, BulkText.ClosedHere),
        CloseHere.StepsOpen => new BulkResult(false, PlanText.CloseStepsOpen),
        _ => new BulkResult(false, CalloutText.CloseHereRefused),
    };

    private static BulkResult Of(CommandView cancel)
    {
        var face = CommandFaces.FaceOf(cancel);
        return new BulkResult(face == CommandFace.Confirmed, $"{CommandFaces.WordOf(face)}: {CommandText.Of(cancel)}");
    }

    private async Task<BulkResult> ClaimAsync(long id, string comment, Operator by)
    {
        var (owner, isOurs) = await claims.ClaimAsync(id, by, CancellationToken.None);
        if (!isOurs)
            return new BulkResult(false, owner is null ? CalloutText.ClaimGone : Say.With(CalloutText.ClaimedFirst, owner));
        if (comment.Length > 0)
            await notes.AddAsync(id, comment, by, CancellationToken.None);
        return new BulkResult(true, BulkText.Claimed);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Callout {CalloutId}'s turn in an action on many failed")]
        public static partial void Failed(ILogger logger, long calloutId, Exception failure);
    }
}
