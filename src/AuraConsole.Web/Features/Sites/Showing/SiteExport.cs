using System.Globalization;
using System.Security.Claims;
using System.Text;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Hosting.Security;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Sites.Showing;

/// <summary>The list as a file: what is shown, all of it, in the columns the person chose. Supervisors and admins; each file is audited.</summary>
public static class SiteExport
{
    public const string Path = "/sites/export";

    public static void MapSiteExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, SendAsync).RequireAuthorization(Policies.Supervise);

    private static async Task SendAsync(
        HttpContext context, ClaimsPrincipal user, SiteQueries sites, SiteTypes types, Scopes scopes, UserPreferences preferences, AuditLog audit,
        string? q, bool? deleted, int? type, int? group, string? coverage, bool? drift, bool? test, string? sort, bool? down)
    {
        var text = (q ?? "").Trim();
        var query = new SiteListQuery(
            text.Length > SiteListQuery.LongestText ? text[..SiteListQuery.LongestText] : text, deleted ?? false,
            Enum.TryParse<SiteOrder>(sort, ignoreCase: true, out var order) ? order : SiteOrder.Name, down ?? false)
        {
            Type = type,
            Group = group,
            Coverage = Enum.TryParse<SiteCoverage>(coverage, ignoreCase: true, out var covered) ? covered : null,
            Drifted = drift ?? false,
            OnTest = test ?? false,
        };
        var aborted = context.RequestAborted;
        var chosen = SiteColumns.Read(await preferences.ReadAsync(user.UserId(), aborted));
        var columns = SiteColumns.All.Where(chosen.Contains).Prepend(SiteOrder.Name).ToList();
        // before the first line leaves
        await audit.WriteAsync(Operator.From(user), new AuditNote("sites.exported", "sites", $"Columns: {string.Join(", ", columns)}"), aborted);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"sites.csv\"";
        await using var file = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await file.WriteAsync(CsvSafe.Line([.. columns.SelectMany(Titles)]).AsMemory(), aborted);
        await foreach (var line in sites.AllAsync(query, scopes.Of(user), aborted))
            await file.WriteAsync(CsvSafe.Line([.. columns.SelectMany(column => Cells(column, line, types))]).AsMemory(), aborted);
    }

    private static IEnumerable<string> Titles(SiteOrder column) => column switch
    {
        SiteOrder.Address => [SiteColumns.TitleOf(column), SitesText.FieldLatitude, SitesText.FieldLongitude],
        SiteOrder.Coverage => [SitesText.CoverageSecurity, SitesText.CoverageMedical],
        _ => [SiteColumns.TitleOf(column)],
    };

    private static IEnumerable<string?> Cells(SiteOrder column, SiteLine line, SiteTypes types) => column switch
    {
        SiteOrder.Reference => [line.Reference],
        SiteOrder.Address => [line.Address, Number(line.Latitude), Number(line.Longitude)],
        SiteOrder.Group => [line.GroupName],
        SiteOrder.Type => [types.NameOf(line.TypeId, line.TypeName)],
        SiteOrder.Coverage => [Word(line.SecurityCoverage), Word(line.MedicalCoverage)],
        SiteOrder.State => [line.IsDeleted ? SitesText.StateDeleted : SitesText.StateActive],
        SiteOrder.AuraId => [line.AuraId.ToString(CultureInfo.InvariantCulture)],
        SiteOrder.ReadAt => [line.ReadAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)],
        _ => [line.DisplayName],
    };

    private static string? Number(double? degrees) => degrees?.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Word(bool? covered) => covered switch
    {
        true => SitesText.CoverageYes,
        false => SitesText.CoverageNo,
        null => SitesText.CoverageUnknown,
    };
}
