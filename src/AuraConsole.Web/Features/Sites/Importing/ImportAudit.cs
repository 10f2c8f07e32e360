using System.Globalization;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Sites.Importing;

/// <summary>What imports put down in the audit: numbers, never a site's name.</summary>
internal static class ImportAudit
{
    public const string Started = "import.started";
    public const string Approved = "import.approved";
    public const string Paused = "import.paused";
    public const string Resumed = "import.resumed";
    public const string Cancelled = "import.cancelled";
    public const string Restored = "import.restored";
    public const string Compared = "import.compared";
    public const string Finished = "import.finished";
    public const string FaultsExported = "import.faults.exported";
    public const string ResultsExported = "import.results.exported";

    public static AuditNote Note(string kind, ImportRun run) => new(kind, Subject(run.Id), string.Create(
        CultureInfo.InvariantCulture,
        $"way: {run.Way}\nstate: {run.State}\nrows: {run.Total}\ndone: {run.Done}\nnot done: {run.Failed}\nremovals: {run.Removals} of {run.SitesBefore}"));

    public static string Subject(Guid run) => $"import:{run:N}";
}
