using System.Security.Claims;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Admin.Commands;

/// <summary>A command of either kind, as the list shows it.</summary>
public sealed record CommandLine
{
    public required Guid Id { get; init; }

    /// <summary>True for a patrol's; false for a callout's.</summary>
    public bool IsPatrols { get; init; }

    /// <summary>Its kind's name: Raise, Cancel, Schedule.</summary>
    public required string Kind { get; init; }

    public CommandState State { get; init; }

    /// <summary>The site or patrol; null for a customer, whose name stays on the customer's page.</summary>
    public string? About { get; init; }

    public int? SiteId { get; init; }

    public long? CustomerAuraId { get; init; }

    public long? CalloutId { get; init; }

    public int? PatrolId { get; init; }

    public required string AskedBy { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public string? Reason { get; init; }

    public string? AuraMessage { get; init; }

    public AuraErrorKind? ErrorKind { get; init; }

    public string? Note { get; init; }

    public bool NeedsPerson { get; init; }
}

/// <summary>A day of commands: what was asked, by what came of it.</summary>
public sealed record CommandDay(DateOnly Day, IReadOnlyDictionary<CommandState, int> Count)
{
    public int Asked => Count.Values.Sum();
}

/// <summary>Looks through what was asked of AURA, for an admin.</summary>
public sealed class CommandReader(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public const int PageSize = 100;
    public const int LedgerDays = 14;

    // a raw query knows nothing of the model: the state comes as the text that it is stored as
    private sealed record Counted(long Day, string State, int Count);

    /// <summary>The last days (UTC), newest first; days on which nothing was asked are left out.</summary>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public async Task<IReadOnlyList<CommandDay>> LedgerAsync(bool ofPatrols, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.Admin(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var since = time.GetUtcNow().UtcDateTime.Date.AddDays(1 - LedgerDays).Ticks;
        var day = TimeSpan.TicksPerDay;
        var counted = await (ofPatrols
            ? db.Database.SqlQuery<Counted>($"""SELECT "AskedAt" / {day} AS "Day", "State", count(*) AS "Count" FROM "PatrolCommands" WHERE "AskedAt" >= {since} GROUP BY 1, 2""")
            : db.Database.SqlQuery<Counted>($"""SELECT "AskedAt" / {day} AS "Day", "State", count(*) AS "Count" FROM "Commands" WHERE "AskedAt" >= {since} GROUP BY 1, 2"""))
            .ToListAsync(cancellationToken);
        return [.. counted.GroupBy(line => line.Day).OrderByDescending(group => group.Key).Select(group => new CommandDay(
            DateOnly.FromDateTime(new DateTime(group.Key * day)), group.ToDictionary(line => Enum.Parse<CommandState>(line.State), line => line.Count)))];
    }

    /// <summary>Newest first.</summary>
    /// <param name="ofPatrols">Those of patrols, or those of callouts.</param>
    /// <param name="state">Only these; null for all.</param>
    /// <param name="before">Asked before this instant: where the page before ended.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public async Task<(IReadOnlyList<CommandLine> Lines, bool HasOlder)> ListAsync(
        bool ofPatrols, CommandState? state, DateTimeOffset? before, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.Admin(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var read = ofPatrols ? await PatrolsAsync(db, state, before, cancellationToken) : await CalloutsAsync(db, state, before, cancellationToken);
        return ([.. read.Take(PageSize)], read.Count > PageSize);
    }

    private static Task<List<CommandLine>> CalloutsAsync(ConsoleDbContext db, CommandState? state, DateTimeOffset? before, CancellationToken cancellationToken) =>
        db.Commands.AsNoTracking().Where(c => (state == null || c.State == state) && (before == null || c.AskedAt < before))
            .OrderByDescending(c => c.AskedAt).Take(PageSize + 1)
            .Select(c => new CommandLine
            {
                Id = c.Id,
                Kind = c.Kind.ToString(),
                State = c.State,
                About = c.Site!.DisplayName,
                SiteId = c.SiteId,
                CustomerAuraId = c.CustomerAuraId,
                CalloutId = c.CalloutAuraId,
                AskedBy = c.AskedByName,
                AskedAt = c.AskedAt,
                SentAt = c.SentAt,
                SettledAt = c.SettledAt,
                Reason = c.Reason,
                AuraMessage = c.AuraMessage,
                ErrorKind = c.ErrorKind,
                Note = c.Note.ToString(),
                NeedsPerson = c.NeedsPerson,
            }).ToListAsync(cancellationToken);

    private static Task<List<CommandLine>> PatrolsAsync(ConsoleDbContext db, CommandState? state, DateTimeOffset? before, CancellationToken cancellationToken) =>
        db.PatrolCommands.AsNoTracking().Where(c => (state == null || c.State == state) && (before == null || c.AskedAt < before))
            .OrderByDescending(c => c.AskedAt).Take(PageSize + 1)
            .Select(c => new CommandLine
            {
                Id = c.Id,
                IsPatrols = true,
                Kind = c.Kind.ToString(),
                State = c.State,
                About = c.Patrol.Name,
                PatrolId = c.PatrolId,
                AskedBy = c.AskedByName,
                AskedAt = c.AskedAt,
                SentAt = c.SentAt,
                SettledAt = c.SettledAt,
                Reason = c.Reason,
                AuraMessage = c.AuraMessage,
                ErrorKind = c.ErrorKind,
                Note = c.Note.ToString(),
                NeedsPerson = c.State == CommandState.Unknown,
            }).ToListAsync(cancellationToken);
}
