using System.Globalization;
using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Handovers.Finding;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Handovers.Signing;

/// <summary>The outgoing person's side: signs what there is, and may take it back while nobody has signed for it.</summary>
public sealed class OutgoingDesk(HandoverFinder finder, HandoverWriter writer, Scopes scopes)
{
    /// <summary>Freezes the list and signs it.</summary>
    /// <param name="formId">The form's own: signed twice, it is one handover.</param>
    /// <param name="notes">Free text.</param>
    /// <param name="seen">Kind and subject of what the person saw: nobody signs for what came after the last look.</param>
    /// <param name="user">Who goes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<HandoverResult> SignAsync(
        Guid formId, string? notes, IReadOnlyCollection<(HandoverKind Kind, string Subject)> seen, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (by, scope) = (Operator.From(user), scopes.Of(user));
        var text = string.IsNullOrWhiteSpace(notes) ? null : notes.Trim();
        if (text?.Length > Handover.NotesLength)
            return new HandoverResult(HandoverOutcome.NotesTooLong);
        var found = await finder.FindAsync(scope, cancellationToken);
        return await writer.WriteAsync(async turn =>
        {
            if (await turn.Db.Handovers.AsNoTracking().FirstOrDefaultAsync(h => h.FormId == formId && h.OutgoingId == by.Id, turn.CancellationToken) is { } same)
                return new HandoverResult(HandoverOutcome.Signed, same.Id);
            if (await turn.Db.Handovers.AsNoTracking().FirstOrDefaultAsync(
                    h => h.OutgoingId == by.Id && h.ReceivedAt == null && h.WithdrawnAt == null, turn.CancellationToken) is { } open)
                return new HandoverResult(HandoverOutcome.OpenAlready, open.Id);
            if (!found.Select(static item => (item.Kind, item.Subject)).ToHashSet().SetEquals(seen))
                return new HandoverResult(HandoverOutcome.ListChanged);
            var handover = Freeze(formId, text, found, by, scope, turn.Now);
            turn.Db.Handovers.Add(handover);
            // the audit names its number
            await turn.Db.SaveChangesAsync(turn.CancellationToken);
            string[] counts = [Counted("Items", handover.Items.Count), .. found.CountBy(static item => item.Kind).Select(static kind => Counted(kind.Key.ToString(), kind.Value))];
            await turn.AuditAsync(by, HandoverKinds.Note(HandoverKinds.Signed, handover.Id, counts));
            return new HandoverResult(HandoverOutcome.Done, handover.Id);
        }, cancellationToken);
    }

    /// <summary>Takes an own handover back; refused once anybody has signed for it.</summary>
    public Task<HandoverResult> WithdrawAsync(int id, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.From(user);
        return writer.WriteAsync(async turn =>
        {
            if (await turn.Db.Handovers.Include(h => h.Receipts).FirstOrDefaultAsync(h => h.Id == id && h.OutgoingId == by.Id, turn.CancellationToken) is not { } handover)
                return new HandoverResult(HandoverOutcome.Gone);
            if (handover.WithdrawnAt is not null)
                return new HandoverResult(HandoverOutcome.Withdrawn, id);
            if (handover.Receipts.Count > 0)
                return new HandoverResult(HandoverOutcome.Signed, id, handover.Receipts[0].UserName);
            handover.WithdrawnAt = turn.Now;
            await turn.AuditAsync(by, HandoverKinds.Note(HandoverKinds.Withdrawn, id));
            return new HandoverResult(HandoverOutcome.Done, id);
        }, cancellationToken);
    }

    private static Handover Freeze(Guid formId, string? notes, IReadOnlyList<HandoverItem> found, Operator by, Scope scope, DateTimeOffset now)
    {
        var handover = new Handover
        {
            FormId = formId,
            OutgoingId = by.Id,
            OutgoingName = Text.Cut(by.Name, Handover.NameLength)!,
            SignedAt = now,
            Notes = notes,
            IsPartial = scope.IsLimited,
            NotListed = Math.Max(0, found.Count - Handover.MostItems),
        };
        foreach (var item in found.Take(Handover.MostItems))
        {
            item.Number = handover.Items.Count + 1;
            handover.Items.Add(item);
        }
        return handover;
    }

    private static string Counted(string what, int count) => string.Create(CultureInfo.InvariantCulture, $"{what}: {count}");
}
