using AuraConsole.Web.Data;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Sites.Showing;

/// <summary>The columns of the list besides the name, which is always there. Each person keeps a choice.</summary>
public static class SiteColumns
{
    public static readonly IReadOnlyList<SiteOrder> All =
        [SiteOrder.Reference, SiteOrder.Address, SiteOrder.Group, SiteOrder.Type, SiteOrder.Coverage, SiteOrder.State, SiteOrder.AuraId, SiteOrder.ReadAt];

    public static readonly IReadOnlyList<SiteOrder> Standard =
        [SiteOrder.Reference, SiteOrder.Address, SiteOrder.Group, SiteOrder.Type, SiteOrder.Coverage, SiteOrder.State];

    public static string TitleOf(SiteOrder column) => column switch
    {
        SiteOrder.Reference => SitesText.ColumnReference,
        SiteOrder.Address => SitesText.ColumnAddress,
        SiteOrder.Group => SitesText.Group,
        SiteOrder.Type => SitesText.ColumnType,
        SiteOrder.Coverage => SitesText.ColumnCoverage,
        SiteOrder.State => SitesText.ColumnState,
        SiteOrder.AuraId => SitesText.AuraId,
        SiteOrder.ReadAt => SitesText.ReadAt,
        _ => SitesText.ColumnName,
    };

    /// <summary>What a person chose; the standard ones for somebody who chose nothing, or what is not known any more.</summary>
    public static IReadOnlySet<SiteOrder> Read(IReadOnlyDictionary<string, string> preferences) =>
        preferences.TryGetValue(UserPreferences.SiteColumns, out var kept)
            ? kept.Split(',').Select(static name => Enum.TryParse<SiteOrder>(name, out var column) && All.Contains(column) ? column : (SiteOrder?)null)
                .OfType<SiteOrder>().ToHashSet()
            : Standard.ToHashSet();

    public static string Write(IReadOnlySet<SiteOrder> columns) => string.Join(',', All.Where(columns.Contains));
}
