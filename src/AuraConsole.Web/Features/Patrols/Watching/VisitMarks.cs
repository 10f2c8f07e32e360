using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Patrols.Scheduling;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Patrols.Watching;

/// <summary>What people say of visits. Each answers why not, or null.</summary>
/// <exception cref="UnauthorizedAccessException">Nobody with a role asks.</exception>
/// <exception cref="ArgumentException">There is no such visit within the user's scope.</exception>
public sealed class VisitMarks(PatrolJournal journal, PatrolAlerts alerts, Scopes scopes)
{
    public Task<string?> StartAsync(int visitId, string? note, ClaimsPrincipal user) => MarkAsync(visitId, note, user, OccurrenceState.Started, static (visit, now) =>
    {
        if (visit.State is not (OccurrenceState.Due or OccurrenceState.Missed))
            return false;
        (visit.State, visit.StartedAt) = (OccurrenceState.Started, now);
        return true;
    });

    public Task<string?> FinishAsync(int visitId, string? note, ClaimsPrincipal user) => MarkAsync(visitId, note, user, OccurrenceState.Done, static (visit, now) =>
    {
        if (visit.State is not (OccurrenceState.Due or OccurrenceState.Missed or OccurrenceState.Started))
            return false;
        (visit.State, visit.DoneAt) = (OccurrenceState.Done, now);
        visit.StartedAt ??= now;
        return true;
    });

    /// <summary>Somebody knows of a late or missed visit: it leaves the bar, and stays what it is.</summary>
    public async Task<string?> AcknowledgeAsync(int visitId, ClaimsPrincipal user)
    {
        var refusal = await ChangeAsync(visitId, user, async (turn, visit, by) =>
        {
            if (visit.AcknowledgedAt is not null)
                return PatrolsText.AcknowledgedAlready;
            if (!visit.IsLate && visit.State != OccurrenceState.Missed)
                return PatrolsText.ChangedMeanwhile;
            (visit.AcknowledgedAt, visit.AcknowledgedByName) = (turn.Now, Text.Cut(by.Name, Command.NameLength));
            await turn.AuditAsync(by, PatrolKinds.Acknowledged, visit.PatrolId, $"Visit {visit.Number}, {visit.StartsAt:O}: {visit.State}");
            return null;
        });
        await alerts.LoadAsync(CancellationToken.None);
        return refusal;
    }

    /// <summary>The callout found by site and time is another matter: what it did to the visit is taken back.</summary>
    public Task<string?> UnlinkAsync(int visitId, ClaimsPrincipal user) => ChangeAsync(visitId, user, async (turn, visit, by) =>
    {
        if (visit.CalloutAuraId is not { } callout)
            return PatrolsText.ChangedMeanwhile;
        (visit.NotCalloutAuraId, visit.CalloutAuraId) = (callout, null);
        if (visit.MarkedByName is null && visit.State is OccurrenceState.Started or OccurrenceState.Done)
            (visit.State, visit.StartedAt, visit.DoneAt) = (visit.MissedAt is null ? OccurrenceState.Due : OccurrenceState.Missed, null, null);
        await turn.AuditAsync(by, PatrolKinds.Unlinked, visit.PatrolId, $"Visit {visit.Number}, {visit.StartsAt:O}: callout {callout}");
        return null;
    });

    private async Task<string?> MarkAsync(int visitId, string? note, ClaimsPrincipal user, OccurrenceState to, Func<PatrolOccurrence, DateTimeOffset, bool> mark)
    {
        var refusal = await ChangeAsync(visitId, user, async (turn, visit, by) =>
        {
            var before = visit.State;
            if (!mark(visit, turn.Now))
                return PatrolsText.ChangedMeanwhile;
            visit.MarkedByName = Text.Cut(by.Name, Command.NameLength);
            visit.Note = string.IsNullOrWhiteSpace(note) ? visit.Note : Text.Cut(note.Trim(), PatrolOccurrence.NoteLength);
            await turn.AuditAsync(by, PatrolKinds.Marked, visit.PatrolId, $"Visit {visit.Number}, {visit.StartsAt:O}: {before} -> {to}");
            return null;
        });
        await alerts.LoadAsync(CancellationToken.None);
        return refusal;
    }

    private Task<string?> ChangeAsync(int visitId, ClaimsPrincipal user, Func<PatrolJournal.Turn, PatrolOccurrence, Operator, Task<string?>> change)
    {
        var (by, scope) = (Operator.From(user), scopes.Of(user));
        return journal.WriteAsync(async turn =>
        {
            var visit = await turn.Db.PatrolOccurrences.Within(scope).FirstOrDefaultAsync(o => o.Id == visitId, turn.CancellationToken)
                ?? throw new ArgumentException("There is no such visit.", nameof(visitId));
            return await change(turn, visit, by);
        }, CancellationToken.None);
    }
}
