using System.Collections.Immutable;
using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Live;

/// <summary>
/// What each user may see, in memory, so that every query and every row can ask. Not in the sign-in cookie: a limit that is set holds
/// at once, on open screens too.
/// </summary>
public sealed class Scopes(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time, ILogger<Scopes> logger)
{
    private ImmutableDictionary<string, Scope> _limited = ImmutableDictionary<string, Scope>.Empty;

    /// <summary>Rings when anybody's scope has changed.</summary>
    public LiveFeed Feed { get; } = new(time, logger);

    /// <summary>An admin's is everything; somebody who is not signed in sees nothing.</summary>
    public Scope Of(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id)
            return Scope.Nothing;
        return user.IsInRole(Roles.Admin) ? Scope.Everything : _limited.GetValueOrDefault(id) ?? Scope.Everything;
    }

    /// <summary>Of somebody whose role is not at hand: no admin is ever limited.</summary>
    public Scope Of(Operator user) => _limited.GetValueOrDefault(user.Id) ?? Scope.Everything;

    /// <summary>Reads all limits; at start, and after one was changed.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var users = await db.Users.AsNoTracking().Where(static user => user.IsLimited)
            .Select(static user => new { user.Id, user.SeesUngrouped }).ToListAsync(cancellationToken);
        var groups = (await db.ScopedGroups.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(static scoped => scoped.UserId, static scoped => scoped.GroupId);
        _limited = users.ToImmutableDictionary(
            static user => user.Id, user => new Scope(true, groups[user.Id].ToHashSet(), user.SeesUngrouped), StringComparer.Ordinal);
        Feed.Publish();
    }
}
