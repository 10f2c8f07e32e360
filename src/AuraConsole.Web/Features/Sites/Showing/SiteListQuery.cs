namespace AuraConsole.Web.Features.Sites.Showing;

/// <summary>What the list shows: the words searched for, and whether deleted sites belong.</summary>
public sealed record SiteListQuery(string Text, bool WithDeleted)
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
