using System.Globalization;
using System.Security.Claims;
using System.Text;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Hosting.Security;
using AuraConsole.Web.Resources;
using NodaTime;

namespace AuraConsole.Web.Features.Audit;

/// <summary>The audit as a file: all that matches, oldest first, with the seals. The file itself is audited.</summary>
public static class AuditExport
{
    public const string Path = "/admin/audit/export";

    public static void MapAuditExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, SendAsync).RequireAuthorization(Policies.Administer);

    /// <summary>Days of the zone as instants; the last day is included.</summary>
    internal static AuditQuery Query(string? kind, string? by, string? subject, DateOnly? from, DateOnly? until, DateTimeZone zone) => new()
    {
        Kind = Wanted(kind),
        By = Wanted(by),
        Subject = Wanted(subject),
        From = from is { } first ? LocalDays.StartOf(first, zone) : null,
        Until = until is { } last && last < DateOnly.MaxValue ? LocalDays.StartOf(last.AddDays(1), zone) : null,
    };

    private static async Task SendAsync(
        HttpContext context, ClaimsPrincipal user, AuditReader reader, AuditLog audit, string? kind, string? by, string? subject, DateOnly? from, DateOnly? until, string? zone)
    {
        var aborted = context.RequestAborted;
        var query = Query(kind, by, subject, from, until, LocalDays.Zone(zone));
        // before the first line leaves
        await audit.WriteAsync(Operator.Admin(user), new AuditNote("audit.exported", "audit", Told(query)), aborted);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"audit.csv\"";
        await using var file = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await file.WriteAsync(CsvSafe.Line(AuditText.Number, $"{AuditText.When} (UTC)", AuditText.By, AuditText.Kind, AuditText.Subject, AuditText.Detail, "SHA-256").AsMemory(), aborted);
        await foreach (var record in reader.AllAsync(query, aborted))
        {
            await file.WriteAsync(CsvSafe.Line(
                record.Id.ToString(CultureInfo.InvariantCulture), record.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
                record.ByName, record.Kind, record.Subject, record.Detail, Convert.ToHexStringLower(record.Seal)).AsMemory(), aborted);
        }
    }

    private static string Told(AuditQuery query) => FormattableString.Invariant(
        $"kind: {query.Kind ?? "any"}\nby: {query.By ?? "anybody"}\nabout: {query.Subject ?? "anything"}\nfrom: {query.From:u}\nuntil: {query.Until:u}");

    private static string? Wanted(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
