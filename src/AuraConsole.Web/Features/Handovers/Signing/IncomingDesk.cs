using System.Globalization;
using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Handovers.Signing;

/// <summary>
/// The side of whoever comes in: confirms item by item what may be seen, then signs. Several may share the work; a handover is received
/// once a signature stands behind every item.
/// </summary>
public sealed class IncomingDesk(HandoverWriter writer, Scopes scopes, IOptions<HandoverOptions> options)
{
    /// <param name="id">The handover.</param>
    /// <param name="itemId">Its item.</param>
    /// <param name="seenById">Who had confirmed it as the person saw it; null for nobody. Another one since then is not replaced.</param>
    /// <param name="user">Who comes in.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<HandoverResult> ConfirmAsync(int id, int itemId, string? seenById, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        ChangeAsync(id, user, async (turn, handover, by, scope) =>
        {
            if (await turn.Db.HandoverItems.Within(scope).FirstOrDefaultAsync(i => i.Id == itemId && i.HandoverId == id, turn.CancellationToken) is not { } item)
                return new HandoverResult(HandoverOutcome.Gone);
            if (item.ConfirmedById == by.Id)
                return new HandoverResult(HandoverOutcome.Done, id);
            if (item.ConfirmedById != seenById || HasSigned(handover, item.ConfirmedById))
                return new HandoverResult(HandoverOutcome.ConfirmedMeanwhile, id, item.ConfirmedByName);
            (item.ConfirmedById, item.ConfirmedByName, item.ConfirmedAt) = (by.Id, Text.Cut(by.Name, Handover.NameLength), turn.Now);
            await turn.AuditAsync(by, HandoverKinds.Note(HandoverKinds.Confirmed, id, Line(item)));
            return new HandoverResult(HandoverOutcome.Done, id);
        }, cancellationToken);

    /// <summary>Takes an own confirmation back, before the signature.</summary>
    public Task<HandoverResult> TakeBackAsync(int id, int itemId, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        ChangeAsync(id, user, async (turn, handover, by, scope) =>
        {
            if (await turn.Db.HandoverItems.Within(scope).FirstOrDefaultAsync(i => i.Id == itemId && i.HandoverId == id, turn.CancellationToken) is not { } item)
                return new HandoverResult(HandoverOutcome.Gone);
            if (item.ConfirmedById is null)
                return new HandoverResult(HandoverOutcome.Done, id);
            if (item.ConfirmedById != by.Id)
                return new HandoverResult(HandoverOutcome.ConfirmedMeanwhile, id, item.ConfirmedByName);
            (item.ConfirmedById, item.ConfirmedByName, item.ConfirmedAt) = (null, null, null);
            await turn.AuditAsync(by, HandoverKinds.Note(HandoverKinds.TakenBack, id, Line(item)));
            return new HandoverResult(HandoverOutcome.Done, id);
        }, cancellationToken);

    /// <summary>Signs for what the person may see. All of it has to be confirmed, by this person or by somebody who has signed.</summary>
    public Task<HandoverResult> SignAsync(int id, string? remarks, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        ChangeAsync(id, user, async (turn, handover, by, scope) =>
        {
            var items = await turn.Db.HandoverItems.Where(i => i.HandoverId == id).ToListAsync(turn.CancellationToken);
            if (items.Exists(item => scope.Covers(item.GroupId) && item.ConfirmedById != by.Id && !HasSigned(handover, item.ConfirmedById)))
                return new HandoverResult(HandoverOutcome.NotAllConfirmed, id);
            var text = string.IsNullOrWhiteSpace(remarks) ? null : Text.Cut(remarks.Trim(), HandoverReceipt.RemarksLength);
            handover.Receipts.Add(new HandoverReceipt { UserId = by.Id, UserName = Text.Cut(by.Name, Handover.NameLength)!, SignedAt = turn.Now, Remarks = text });
            if (items.TrueForAll(item => HasSigned(handover, item.ConfirmedById)))
                handover.ReceivedAt = turn.Now;
            await turn.AuditAsync(by, HandoverKinds.Note(HandoverKinds.Received, id,
                string.Create(CultureInfo.InvariantCulture, $"Items confirmed: {items.Count(item => item.ConfirmedById == by.Id)} of {items.Count}"),
                handover.ReceivedAt is null ? "Others are still waited for" : "Complete"));
            return new HandoverResult(HandoverOutcome.Done, id);
        }, cancellationToken);

    private Task<HandoverResult> ChangeAsync(
        int id, ClaimsPrincipal user, Func<HandoverWriter.Turn, Handover, Operator, Scope, Task<HandoverResult>> change, CancellationToken cancellationToken)
    {
        var (by, scope) = (Operator.From(user), scopes.Of(user));
        return writer.WriteAsync(async turn =>
        {
            var handover = await turn.Db.Handovers.Include(h => h.Receipts).Within(scope, by.Id).FirstOrDefaultAsync(h => h.Id == id, turn.CancellationToken);
            if (handover is null)
                return new HandoverResult(HandoverOutcome.Gone);
            if (handover.OutgoingId == by.Id && !options.Value.AllowSelf)
                return new HandoverResult(HandoverOutcome.Own, id);
            if (handover.WithdrawnAt is not null)
                return new HandoverResult(HandoverOutcome.Withdrawn, id, handover.OutgoingName);
            if (handover.ReceivedAt is not null || HasSigned(handover, by.Id))
                return new HandoverResult(HandoverOutcome.Signed, id, handover.Receipts[^1].UserName);
            return await change(turn, handover, by, scope);
        }, cancellationToken);
    }

    private static bool HasSigned(Handover handover, string? userId) => userId is not null && handover.Receipts.Exists(receipt => receipt.UserId == userId);

    private static string Line(HandoverItem item) => string.Create(CultureInfo.InvariantCulture, $"{item.Number}: {item.Kind} {item.Subject}");
}
