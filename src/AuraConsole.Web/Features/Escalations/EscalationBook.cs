using System.Collections.Immutable;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Alarm;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Escalations;

/// <summary>The rules and the open firings in memory: the look at the board and the strips ask here, not the database.</summary>
public sealed class EscalationBook(IDbContextFactory<ConsoleDbContext> contexts, AlarmCalls calls, TimeProvider time, ILogger<EscalationBook> logger)
{
    /// <summary>Most open firings; beyond that nothing more fires until some end.</summary>
    public const int MostOpen = 500;

    private Content _now = new([], []);

    public ImmutableList<EscalationRule> Rules => Volatile.Read(ref _now).Rules;

    /// <summary>The oldest first.</summary>
    public ImmutableList<EscalationFiring> Open => Volatile.Read(ref _now).Open;

    /// <summary>Rings after a rule changed, and after something fired, ended or was acknowledged.</summary>
    public LiveFeed Feed { get; } = new(time, logger);

    /// <summary>What the boards show: not acknowledged, and to be seen.</summary>
    public IReadOnlyList<EscalationFiring> OnBoard(Scope scope) =>
        [.. Open.Where(firing => firing.OnBoard && firing.AcknowledgedAt is null && (firing.CalloutAuraId is null || scope.Covers(firing.GroupId)))];

    /// <summary>Takes what is in the database now.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rules = await db.EscalationRules.AsNoTracking().OrderBy(rule => rule.Id).Take(EscalationRule.Most).ToListAsync(cancellationToken);
        var open = await db.EscalationFirings.AsNoTracking().Where(firing => firing.EndedAt == null).OrderBy(firing => firing.Id).Take(MostOpen).ToListAsync(cancellationToken);
        Volatile.Write(ref _now, new Content([.. rules], [.. open]));
        calls.Set([.. open.Where(static firing => firing.WithSound && firing.AcknowledgedAt is null)
            .Select(static firing => new AlarmCall(firing.Id, firing.CalloutAuraId is null, firing.GroupId))]);
        Feed.Publish();
    }

    private sealed record Content(ImmutableList<EscalationRule> Rules, ImmutableList<EscalationFiring> Open);
}
