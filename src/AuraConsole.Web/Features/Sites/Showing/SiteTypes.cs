using System.Globalization;
using AuraConsole.Web.Data;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Sites.Showing;

/// <summary>The names of types, and the choices of the form.</summary>
public sealed class SiteTypes(IOptions<SitesOptions> options, IDbContextFactory<ConsoleDbContext> contexts)
{
    private const int Most = 200;

    /// <summary>AURA's own word where it gave one.</summary>
    public string? NameOf(int? typeId, string? told) => typeId is null
        ? told
        : told
            ?? options.Value.Types.FirstOrDefault(type => type.Id == typeId)?.Name
            ?? string.Format(CultureInfo.CurrentCulture, SitesText.TypeNumber, typeId);

    /// <summary>Those configured, and those that AURA's sites have.</summary>
    public async Task<IReadOnlyList<SiteType>> ChoicesAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = await context.Sites
            .Where(static site => site.TypeId != null)
            .GroupBy(static site => site.TypeId!.Value)
            .Select(static group => new { Id = group.Key, Name = group.Max(static site => site.TypeName) })
            .OrderBy(static type => type.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var choices = options.Value.Types.ToDictionary(static type => type.Id, static type => type.Name);
        foreach (var type in seen)
            choices[type.Id] = NameOf(type.Id, type.Name)!;
        return [.. choices.OrderBy(static choice => choice.Key).Select(static choice => new SiteType { Id = choice.Key, Name = choice.Value })];
    }
}
