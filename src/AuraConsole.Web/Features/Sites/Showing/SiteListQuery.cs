namespace AuraConsole.Web.Features.Sites.Showing;

/// <summary>What the list shows, and in which order.</summary>
public sealed record SiteListQuery(string Text = "", bool WithDeleted = false, SiteOrder Order = SiteOrder.Name, bool Descending = false)
{
    public const int LongestText = 200;
}

public enum SiteOrder
{
    Name,
    Reference,
    Address,
    Type,
    Coverage,
    State,
}

/// <summary>One line of the list.</summary>
public sealed record SiteLine(
    int Id, string Reference, string? Name, string? Address, int? TypeId, string? TypeName, bool? SecurityCoverage, bool? MedicalCoverage, bool IsDeleted)
{
    public string DisplayName => string.IsNullOrWhiteSpace(Name) ? Reference : Name;
}

public sealed record SiteLines(IReadOnlyList<SiteLine> Lines, int Total);
