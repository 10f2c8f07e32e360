using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Hosting.Security;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Authorization;

namespace AuraConsole.Web.Components.Palette;

/// <summary>Callouts of the board: active ones first, then the recently closed. From memory.</summary>
public sealed class CalloutSource(Board board, Scopes scopes, IAuthorizationService authorization) : IPaletteSource
{
    public async Task<IReadOnlyList<PaletteItem>> FindAsync(PaletteQuery query, CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(query.User, Policies.Dispatch)).Succeeded)
            return [];
        return
        [
            .. board.Now.Within(scopes.Of(query.User)).Rows.Select(row => (Row: row, Rank: RankOf(row, query.Text))).Where(one => one.Rank is not null)
                .OrderBy(one => !one.Row.IsActive).ThenBy(one => one.Rank).ThenByDescending(one => one.Row.FirstSeenAt)
                .Take(PaletteSearch.MostOfAGroup).Select(one => ItemOf(one.Row)),
        ];
    }

    private static int? RankOf(BoardRow row, string typed) => PaletteRank.Of(
        typed, row.Id.ToString(CultureInfo.InvariantCulture), row.SiteName, row.CustomerName, row.Reference, row.Address, row.IncidentNumber, row.ResponseType, row.OwnerName, StageText.Of(row.Stage));

    private static PaletteItem ItemOf(BoardRow row)
    {
        var id = row.Id.ToString(CultureInfo.InvariantCulture);
        var number = Say.With(CalloutText.Callout, row.Id);
        return new PaletteItem(PaletteGroup.Callouts, id, row.SiteName ?? row.CustomerName ?? number,
            Say.Joined(StageText.Of(row.Stage), row.SiteName is null && row.CustomerName is null ? null : number, row.ResponseType, row.OwnerName ?? (row.IsActive ? CalloutText.Unclaimed : null), row.Address),
            $"/?callout={id}");
    }
}
