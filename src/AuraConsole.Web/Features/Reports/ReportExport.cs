using System.Security.Claims;
using System.Text;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Reports.Making;
using AuraConsole.Web.Features.Reports.Pages;
using AuraConsole.Web.Hosting.Security;
using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Reports;

/// <summary>One table of a report as a file. Supervisors and admins; each file is audited.</summary>
public static class ReportExport
{
    public const string Path = "/reports/csv";
    public const string Kind = "report.exported";

    public static void MapReportExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path + "/{table}", SendAsync).RequireAuthorization(Policies.Supervise);

    private static async Task SendAsync(HttpContext context, string table, ClaimsPrincipal user, ReportMaker maker, Scopes scopes, AuditLog audit, TimeProvider time)
    {
        var ask = ReportAsk.Read(context.Request.QueryString.Value ?? "", LocalDays.Zone(null).Id, time.GetUtcNow());
        if (!ReportTables.Keys.Contains(table) || !ask.IsInOrder || ask.IsTooLong)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var aborted = context.RequestAborted;
        var made = ReportTables.Of(await maker.MakeAsync(ask, scopes.Of(user), aborted), table);
        // before the first line leaves
        await audit.WriteAsync(Operator.From(user), new AuditNote(Kind, "reports", $"Table: {table}\nQuery: {ask.Query()}"), aborted);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{table}-{LocalDays.Write(ask.From)}-{LocalDays.Write(ask.To)}.csv\"";
        await using var file = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await file.WriteAsync(CsvSafe.Line([.. made.Heads]).AsMemory(), aborted);
        foreach (var line in made.Lines)
            await file.WriteAsync(CsvSafe.Line(line).AsMemory(), aborted);
    }
}
