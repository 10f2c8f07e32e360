using System.Globalization;
using System.Text;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using AuraConsole.Web.Features.Sites.Importing.Pages;
using AuraConsole.Web.Features.Sites.Importing.Reading;
using AuraConsole.Web.Hosting.Security;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Importing;

/// <summary>Faults of a file and results of a run, as CSV; cells that look like formulas are inert.</summary>
public static class ImportDownloads
{
    public const string FaultsPath = "/sites/import/faults.csv";

    private const string ResultsPath = "/sites/import/results/{run:guid}.csv";

    public static string ResultsOf(Guid run) => $"/sites/import/results/{run}.csv";

    public static void MapImportDownloads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(FaultsPath, FaultsAsync).RequireAuthorization(Policies.Administer);
        endpoints.MapGet(ResultsPath, ResultsAsync).RequireAuthorization(Policies.Administer);
    }

    private static async Task FaultsAsync(HttpContext context, ImportDrafts drafts, ImportReader reader, AuditLog audit, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(context.User);
        if (await drafts.FindAsync(context.User, cancellationToken) is not { Mapping: not null } draft)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        FileContents contents;
        try
        {
            var mapping = ColumnMapping.Parse(draft.Mapping, reader.Head(draft).Header.Count);
            contents = await reader.ReadAsync(draft, mapping ?? new ColumnMapping([]), cancellationToken);
        }
        catch (ImportRefusedException)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await audit.WriteAsync(by, new AuditNote(ImportAudit.FaultsExported, "import", $"faults: {contents.FaultCount}"), cancellationToken);
        await using var writer = Begin(context, "import-faults.csv");
        await writer.WriteAsync(CsvSafe.Line(ImportText.Line, ImportText.Column, ImportText.Value, ImportText.Fault));
        foreach (var fault in contents.Faults)
            await writer.WriteAsync(CsvSafe.Line(fault.Line.ToString(CultureInfo.InvariantCulture), fault.Column, fault.Value, fault.Sentence));
    }

    private static async Task ResultsAsync(
        Guid run, HttpContext context, IDbContextFactory<ConsoleDbContext> contexts, AuditLog audit, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(context.User);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.ImportRuns.AnyAsync(one => one.Id == run, cancellationToken))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await audit.WriteAsync(by, new AuditNote(ImportAudit.ResultsExported, ImportAudit.Subject(run)), cancellationToken);
        await using var writer = Begin(context, "import-results.csv");
        await writer.WriteAsync(CsvSafe.Line(ImportText.Line, ImportText.Reference, ImportText.Change, ImportText.State, ImportText.Note));
        await foreach (var row in db.ImportRunRows.AsNoTracking().Where(row => row.RunId == run).OrderBy(static row => row.Number)
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            await writer.WriteAsync(CsvSafe.Line(
                row.Line?.ToString(CultureInfo.InvariantCulture), row.Reference, ImportWords.Kind(row.Kind), ImportWords.State(row.State), row.Note));
        }
    }

    private static StreamWriter Begin(HttpContext context, string name)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        // with its mark, or a spreadsheet takes it for another encoding
        return new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    }
}
