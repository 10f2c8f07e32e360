using System.Globalization;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Patrols;
using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Clocks;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Resources;
using AuraConsole.Web.SiteCare;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Handovers.Finding;

/// <summary>What there is to hand over, as far as somebody may see it: the gravest first.</summary>
public sealed class HandoverFinder(
    IDbContextFactory<ConsoleDbContext> contexts, BoardOrder order, CommandBoard commands, UpstreamStatus upstream, TimeProvider time)
{
    public async Task<IReadOnlyList<HandoverItem>> FindAsync(Scope scope, CancellationToken cancellationToken) =>
        Together(scope, await StoredAsync(scope, cancellationToken));

    /// <summary>What is in memory together with what was read before: a change of the board costs no query.</summary>
    public IReadOnlyList<HandoverItem> Together(Scope scope, IReadOnlyList<HandoverItem> stored)
    {
        var whole = order.Now;
        var board = scope.IsLimited ? whole.Within(scope, whole.Snapshot.Within(scope)) : whole;
        return
        [
            .. HandoverCallouts.Of(board, time.GetUtcNow())
                .Concat(commands.Open.Where(command => command.State == CommandState.Unknown && scope.Covers(command.SiteGroupId)).Select(Of))
                .Concat(SetAside(scope))
                .Concat(stored)
                .OrderBy(static item => item.Kind),
        ];
    }

    /// <summary>What only the database knows: tests, visits, patrols without an answer, differences from AURA.</summary>
    public async Task<IReadOnlyList<HandoverItem>> StoredAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return
        [
            .. await PatrolCommandsAsync(db, scope, cancellationToken),
            .. await MissedAsync(db, scope, cancellationToken),
            .. await TestsAsync(db, scope, cancellationToken),
            .. await DriftAsync(db, scope, cancellationToken),
        ];
    }

    private static HandoverItem Of(CommandView command) => new()
    {
        Kind = HandoverKind.UnknownCommand,
        Subject = $"command:{command.Id:N}",
        Title = Text.Cut(
            command is { Kind: CommandKind.Raise, CustomerAuraId: not null } ? HandoverText.CustomerRaise : CommandText.TitleOf(command), HandoverItem.TitleLength)!,
        Since = command.SentAt ?? command.AskedAt,
        OwnerName = Text.Cut(command.AskedBy, Handover.NameLength),
        Detail = HandoverText.NoAnswer,
        Address = command.CalloutId is { } callout ? string.Create(CultureInfo.InvariantCulture, $"/callouts/{callout}") : null,
        GroupId = command.SiteGroupId,
    };

    private IEnumerable<HandoverItem> SetAside(Scope scope)
    {
        if (upstream.Now.SetAside is var count and > 0 && scope.Covers(null))
            yield return new HandoverItem { Kind = HandoverKind.SetAside, Subject = "deliveries", Title = Say.With(HandoverText.SetAsideLine, count) };
    }

    private static async Task<List<HandoverItem>> PatrolCommandsAsync(ConsoleDbContext db, Scope scope, CancellationToken cancellationToken)
    {
        var patrols = db.Patrols.Within(scope).Select(static patrol => patrol.Id);
        var lost = await db.PatrolCommands.AsNoTracking().Include(c => c.Patrol).ThenInclude(p => p.Site)
            .Where(c => c.State == CommandState.Unknown && patrols.Contains(c.PatrolId))
            .OrderBy(c => c.AskedAt).Take(Handover.MostItems).ToListAsync(cancellationToken);
        return lost.ConvertAll(static command => new HandoverItem
        {
            Kind = HandoverKind.UnknownCommand,
            Subject = $"patrol-command:{command.Id:N}",
            Title = Text.Cut(Say.With(command.Kind == PatrolCommandKind.Schedule ? HandoverText.PatrolScheduling : HandoverText.PatrolCancelling, command.Patrol.Name), HandoverItem.TitleLength)!,
            Place = Text.Cut(command.Patrol.Site?.DisplayName, HandoverItem.PlaceLength),
            Since = command.SentAt ?? command.AskedAt,
            OwnerName = Text.Cut(command.AskedByName, Handover.NameLength),
            Detail = HandoverText.NoAnswer,
            Address = AddressOf(command.PatrolId),
            GroupId = command.Patrol.Site?.GroupId,
        });
    }

    private static async Task<List<HandoverItem>> MissedAsync(ConsoleDbContext db, Scope scope, CancellationToken cancellationToken)
    {
        var missed = await db.PatrolOccurrences.AsNoTracking().Within(scope).Include(o => o.Patrol).ThenInclude(p => p.Site)
            .Where(o => o.State == OccurrenceState.Missed && o.AcknowledgedAt == null)
            .OrderBy(o => o.StartsAt).Take(Handover.MostItems).ToListAsync(cancellationToken);
        return missed.ConvertAll(static visit => new HandoverItem
        {
            Kind = HandoverKind.MissedPatrol,
            Subject = string.Create(CultureInfo.InvariantCulture, $"visit:{visit.Id}"),
            Title = Text.Cut(visit.Patrol.Name, HandoverItem.TitleLength)!,
            Place = Text.Cut(visit.Patrol.Site?.DisplayName, HandoverItem.PlaceLength),
            Since = visit.StartsAt,
            Detail = Text.Cut(visit.Note, HandoverItem.DetailLength),
            Address = AddressOf(visit.PatrolId),
            GroupId = visit.Patrol.Site?.GroupId,
        });
    }

    private static async Task<List<HandoverItem>> TestsAsync(ConsoleDbContext db, Scope scope, CancellationToken cancellationToken)
    {
        var running = await db.SiteTests.AsNoTracking().Include(test => test.Site).Where(test => test.EndedAt == null).Within(scope)
            .OrderBy(test => test.EndsAt).Take(Handover.MostItems).ToListAsync(cancellationToken);
        return running.ConvertAll(static test => new HandoverItem
        {
            Kind = HandoverKind.OnTest,
            Subject = SiteAudit.Subject(test.SiteId),
            Title = Text.Cut(test.Site!.DisplayName, HandoverItem.TitleLength)!,
            Place = Text.Cut(test.Site.Reference, HandoverItem.PlaceLength),
            Since = test.StartedAt,
            Until = test.EndsAt,
            OwnerName = Text.Cut(test.ByName, Handover.NameLength),
            Detail = Text.Cut(test.Reason, HandoverItem.DetailLength),
            Address = string.Create(CultureInfo.InvariantCulture, $"/sites/{test.SiteId}"),
            GroupId = test.Site.GroupId,
        });
    }

    private static async Task<List<HandoverItem>> DriftAsync(ConsoleDbContext db, Scope scope, CancellationToken cancellationToken)
    {
        var groups = await db.SiteDrifts.AsNoTracking().GroupBy(static drift => drift.GroupId)
            .Select(static group => new { GroupId = group.Key, Count = group.Count(), Since = group.Min(drift => drift.FoundAt) }).ToListAsync(cancellationToken);
        var seen = groups.FindAll(group => scope.Covers(group.GroupId));
        var names = await db.SiteGroups.AsNoTracking().ToDictionaryAsync(static group => group.Id, static group => group.Name, cancellationToken);
        return seen.ConvertAll(group => new HandoverItem
        {
            Kind = HandoverKind.Drift,
            Subject = string.Create(CultureInfo.InvariantCulture, $"drift:{group.GroupId ?? 0}"),
            Title = Say.With(HandoverText.DriftLine, group.Count),
            Place = group.GroupId is { } id ? Text.Cut(names.GetValueOrDefault(id), HandoverItem.PlaceLength) : null,
            Since = group.Since,
            GroupId = group.GroupId,
        });
    }

    private static string AddressOf(int patrolId) => string.Create(CultureInfo.InvariantCulture, $"/patrols/{patrolId}");
}
