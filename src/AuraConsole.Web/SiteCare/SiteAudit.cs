using AuraConsole.Web.Data.Audit;

namespace AuraConsole.Web.SiteCare;

/// <summary>How a site's records are named in the audit.</summary>
public static class SiteAudit
{
    public const string Registered = "site.registered";
    public const string Edited = "site.edited";
    public const string Deleted = "site.deleted";
    public const string Grouped = "site.grouped";
    public const string DossierEdited = "site.dossier.edited";
    public const string CodeWordRead = "site.codeword.read";
    public const string PlanChanged = "site.plan.changed";
    public const string TestBegun = "site.test.begun";
    public const string TestExtended = "site.test.extended";
    public const string TestEnded = "site.test.ended";

    public static string Subject(int siteId) => $"site:{siteId}";

    public static AuditNote Note(string kind, int siteId, params IEnumerable<string> lines) => new(kind, Subject(siteId), Lines(lines));

    private static string? Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? text : null;
}
