using System.Security.Claims;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Patrols.Recurring;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AuraConsole.Web.Features.Patrols.Scheduling;

/// <summary>
/// AURA cannot move a patrol: another one is made, and only once AURA has it, the old one is cancelled. Whatever goes wrong leaves one too
/// many, never none.
/// </summary>
public sealed class PatrolMoves(IDbContextFactory<ConsoleDbContext> contexts, PatrolCommands commands, Scopes scopes, TimeProvider time)
{
    /// <summary>The new patrol, or why there cannot be one.</summary>
    /// <param name="patrolId">The old one.</param>
    /// <param name="visit">The start that was dragged.</param>
    /// <param name="to">Where it should start instead.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(PatrolRequest? Request, string? Refusal)> PlanAsync(
        int patrolId, DateTimeOffset visit, DateTimeOffset to, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Patrols.AsNoTracking().Within(scopes.Of(user)).FirstOrDefaultAsync(p => p.Id == patrolId, cancellationToken) is not { } patrol)
            return (null, PatrolsText.NotFoundTitle);
        if (!patrol.MayCancel)
            return (null, PatrolsText.MoveNotNow);
        var rule = RecurrenceRule.Of(patrol);
        var (from, target) = (Instant.FromDateTimeOffset(visit).InZone(rule.Zone).LocalDateTime, Instant.FromDateTimeOffset(to).InZone(rule.Zone).LocalDateTime);
        var asked = Copy(patrol) with { StartTime = target.TimeOfDay.ToTimeOnly() };
        if (patrol.Repeat == PatrolRepeat.Once)
            return (asked with { FirstDate = target.Date.ToDateOnly() }, null);
        if (from.Date != target.Date)
            return (null, PatrolsText.MoveSeriesDays);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        if (Recurrence.All(rule).FirstOrDefault(next => next.Start > now) is not { } coming)
            return (null, PatrolsText.MoveNotNow);
        // the next visit is in a week that has one, so weeks counted from there stay the same weeks
        return (asked with { FirstDate = coming.Date.ToDateOnly(), Count = patrol.Count is { } count ? count - coming.Number + 1 : null }, null);
    }

    public static PatrolRequest Copy(Patrol patrol) => new()
    {
        FormId = Guid.NewGuid(),
        SiteId = patrol.SiteId,
        CustomerAuraId = patrol.CustomerAuraId,
        ForCustomer = patrol.SiteId is null,
        Address = patrol.Address,
        Latitude = patrol.Latitude,
        Longitude = patrol.Longitude,
        ServiceType = patrol.ServiceType,
        Name = patrol.Name,
        Instructions = patrol.Instructions,
        Guards = patrol.Guards,
        ArmedPreference = patrol.ArmedPreference,
        Contacts = patrol.Contacts,
        TimeZoneId = patrol.TimeZoneId,
        FirstDate = patrol.FirstDate,
        StartTime = patrol.StartTime,
        Minutes = patrol.Minutes,
        Repeat = patrol.Repeat,
        Every = patrol.Every,
        Days = patrol.Days,
        LastDate = patrol.LastDate,
        Count = patrol.Count,
        ReplacesId = patrol.Id,
    };

    /// <summary>Both commands, one after the other; answers what came of each, line by line.</summary>
    public async Task<(int? NewId, IReadOnlyList<string> Lines)> MoveAsync(PatrolRequest asked, string reason, ClaimsPrincipal user)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return (null, [PatrolsText.NeedReason]);
        if (asked.ReplacesId is not { } old)
            throw new ArgumentException("A move replaces a patrol.", nameof(asked));
        var made = await commands.ScheduleAsync(asked, user);
        if (made.State != CommandState.Confirmed)
        {
            var why = made.State switch
            {
                null => string.Join(' ', made.Faults.Select(static fault => fault.Sentence)),
                CommandState.Unknown => PatrolsText.OutcomeUnknown,
                CommandState.Rejected => PatrolsText.OutcomeRejected,
                _ => PatrolsText.OutcomeNotSent,
            };
            return (made.PatrolId, [Say.With(PatrolsText.MoveNewFailed, why), PatrolsText.MoveOldStays]);
        }
        var cancelled = await commands.CancelAsync(old, Guid.NewGuid(), reason, user);
        var second = cancelled.State switch
        {
            CommandState.Confirmed => PatrolsText.MoveOldCancelled,
            CommandState.Unknown => PatrolsText.OutcomeCancelUnknown,
            _ => Say.With(PatrolsText.MoveOldNotCancelled, cancelled.Refusal ?? PatrolsText.OutcomeRejected),
        };
        return (made.PatrolId, [PatrolsText.MoveNewDone, second]);
    }
}
