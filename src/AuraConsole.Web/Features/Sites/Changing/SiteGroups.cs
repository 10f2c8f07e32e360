using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.History;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.SiteCare;
using AuraConsole.Web.SiteCare.Testing;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Changing;

/// <summary>What came of putting a site into a group.</summary>
/// <param name="IsDone">Whether it is there now.</param>
/// <param name="Now">The site's group as it stands.</param>
public sealed record SiteGroupResult(bool IsDone, SiteGroup? Now);

/// <summary>Which group a site is in: our own knowledge, so AURA is not asked.</summary>
public sealed class SiteGroups(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, TestBook tests, SiteFeed feed)
{
    /// <summary>Most groups offered to choose from.</summary>
    public const int Most = 1000;

    public async Task<IReadOnlyList<SiteGroup>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SiteGroups.AsNoTracking().OrderBy(static group => group.Name).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>Puts a site into the group of that name, which is made when there is none; a blank name takes it out of its group.</summary>
    /// <param name="siteId">Our id.</param>
    /// <param name="seen">The group that the admin saw: another one since then is not replaced.</param>
    /// <param name="name">At most <see cref="SiteGroup.NameLength"/> characters.</param>
    /// <param name="kind">For a group that is made.</param>
    /// <param name="user">Who asks.</param>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    /// <exception cref="ArgumentException">The name is too long, or there is no such site.</exception>
    public async Task<SiteGroupResult> PutAsync(int siteId, int? seen, string? name, SiteGroupKind kind, ClaimsPrincipal user)
    {
        var by = Operator.Admin(user);
        var wanted = string.IsNullOrWhiteSpace(name) ? null : name.Trim();
        if (wanted?.Length > SiteGroup.NameLength)
            throw new ArgumentException("The group's name is too long.", nameof(name));
        SiteGroupResult result;
        using (await gate.EnterAsync(CancellationToken.None))
        {
            await using var context = await contexts.CreateDbContextAsync();
            await using var transaction = await context.Database.BeginTransactionAsync();
            var site = await context.Sites.FirstOrDefaultAsync(one => one.Id == siteId)
                ?? throw new ArgumentException("There is no such site.", nameof(siteId));
            if (site.GroupId != seen)
                return new SiteGroupResult(false, await context.SiteGroups.AsNoTracking().FirstOrDefaultAsync(group => group.Id == site.GroupId));
            // the site's own version stays: it guards what AURA knows, and a form open on that is not disturbed
            var group = wanted is null ? null : await context.SiteGroups.FirstOrDefaultAsync(one => one.Name == wanted);
            if (group is null && wanted is not null)
            {
                context.SiteGroups.Add(group = new SiteGroup { Name = wanted, Kind = kind });
                await context.SaveChangesAsync();
            }
            var before = await context.SiteGroups.AsNoTracking().FirstOrDefaultAsync(one => one.Id == site.GroupId);
            if (before?.Id != group?.Id)
                await audit.AddAsync(context, by, SiteAudit.Note(SiteAudit.Grouped, siteId, SiteChanges.Line("Group", before?.Name, group?.Name)), CancellationToken.None);
            site.GroupId = group?.Id;
            await context.SaveChangesAsync();
            await transaction.CommitAsync();
            result = new SiteGroupResult(true, group);
        }
        // its test's notice is for those who may see the group
        await tests.LoadAsync(CancellationToken.None);
        feed.Publish();
        return result;
    }
}
