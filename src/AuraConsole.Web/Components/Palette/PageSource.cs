using AuraConsole.Web.Components.Account;
using AuraConsole.Web.Components.Layout;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Authorization;

namespace AuraConsole.Web.Components.Palette;

/// <summary>The pages of the rail that this person's role may open, and those of the user menu.</summary>
public sealed class PageSource(IAuthorizationService authorization) : IPaletteSource
{
    private static readonly IReadOnlyList<NavItem> Others = [new(AccountPaths.Password, static () => LayoutText.ChangePassword, ""), new(AccountPaths.Security, static () => SecurityText.Nav, "")];

    public async Task<IReadOnlyList<PaletteItem>> FindAsync(PaletteQuery query, CancellationToken cancellationToken)
    {
        List<(NavItem Page, int Rank)> found = [];
        foreach (var page in NavItem.All.Concat(NavItem.Administration).Concat(Others))
        {
            if (PaletteRank.Of(query.Text, page.Label(), page.Address) is { } rank && await MayAsync(query, page))
                found.Add((page, rank));
        }
        return [.. found.OrderBy(one => one.Rank).Take(PaletteSearch.MostOfAGroup)
            .Select(one => new PaletteItem(PaletteGroup.Pages, one.Page.Address, one.Page.Label(), one.Page.Address, one.Page.Address))];
    }

    private async Task<bool> MayAsync(PaletteQuery query, NavItem page) =>
        page.Policy is null || (await authorization.AuthorizeAsync(query.User, page.Policy)).Succeeded;
}
