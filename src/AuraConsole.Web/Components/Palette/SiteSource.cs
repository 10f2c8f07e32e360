using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Hosting.Security;
using AuraConsole.Web.Live;
using Microsoft.AspNetCore.Authorization;

namespace AuraConsole.Web.Components.Palette;

/// <summary>Active sites, by the search that the raise dialog uses.</summary>
public sealed class SiteSource(SiteSearch search, Scopes scopes, IAuthorizationService authorization) : IPaletteSource
{
    public async Task<IReadOnlyList<PaletteItem>> FindAsync(PaletteQuery query, CancellationToken cancellationToken)
    {
        // without a word there is nothing to prefer among so many
        if (string.IsNullOrWhiteSpace(query.Text) || !(await authorization.AuthorizeAsync(query.User, Policies.Dispatch)).Succeeded)
            return [];
        var sites = await search.FindAsync(query.Text, scopes.Of(query.User), PaletteSearch.MostOfAGroup, cancellationToken);
        return [.. sites.Select(static site =>
        {
            var id = site.Id.ToString(CultureInfo.InvariantCulture);
            return new PaletteItem(PaletteGroup.Sites, id, site.DisplayName, Say.Joined(site.Reference, site.Address), $"/sites/{id}");
        })];
    }
}
