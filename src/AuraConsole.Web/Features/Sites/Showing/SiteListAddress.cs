namespace AuraConsole.Web.Features.Sites.Showing;

/// <summary>What the list shows, as the address says it; what is usual is left out.</summary>
public static class SiteListAddress
{
    public static IReadOnlyDictionary<string, object?> Of(SiteListQuery query) => new Dictionary<string, object?>
    {
        ["q"] = string.IsNullOrWhiteSpace(query.Text) ? null : query.Text.Trim(),
        ["deleted"] = query.WithDeleted ? true : null,
        ["type"] = query.Type,
        ["group"] = query.Group,
        ["coverage"] = query.Coverage?.ToString(),
        ["drift"] = query.Drifted ? true : null,
        ["test"] = query.OnTest ? true : null,
        ["sort"] = query.Order == SiteOrder.Name ? null : query.Order.ToString(),
        ["down"] = query.Descending ? true : null,
    };
}
