using System.Globalization;
using System.Security.Claims;
using System.Text;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Patrols.Recurring;
using AuraConsole.Web.Features.Patrols.Scheduling;
using AuraConsole.Web.Features.Patrols.Showing;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Patrols.Importing;

/// <summary>A line of a file.</summary>
/// <param name="Line">Its number in the file.</param>
/// <param name="Reference">The site's reference as typed.</param>
/// <param name="Request">What it asks for.</param>
/// <param name="Faults">Why it cannot go out.</param>
/// <param name="Warnings">What to think about first.</param>
public sealed record PatrolLine(int Line, string Reference, PatrolRequest Request, IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings);

/// <summary>A file as it was read: its lines, or why it could not be read at all.</summary>
public sealed record PatrolFileView(IReadOnlyList<PatrolLine> Lines, string? Refusal)
{
    public bool HasFaults => Lines.Any(static line => line.Faults.Count > 0);
}

/// <summary>Reads many patrols from CSV; nothing is recorded or sent by reading.</summary>
public sealed class PatrolFile(IDbContextFactory<ConsoleDbContext> contexts, PatrolQueries queries, Scopes scopes, IOptions<PatrolsOptions> options, TimeProvider time)
{
    public const int MostBytes = 512 * 1024;
    public const int MostLines = 500;

    private const int LongestLine = 32 * 1024;

    public static readonly IReadOnlyList<string> Columns =
        ["reference", "name", "date", "start", "minutes", "service", "repeat", "every", "days", "last", "count", "guards", "instructions", "contacts", "zone", "customer", "address"];

    private static readonly IReadOnlyList<string> Needed = ["reference", "name", "date", "start", "minutes"];

    private static readonly Dictionary<string, PatrolDays> DayNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mon"] = PatrolDays.Monday,
        ["tue"] = PatrolDays.Tuesday,
        ["wed"] = PatrolDays.Wednesday,
        ["thu"] = PatrolDays.Thursday,
        ["fri"] = PatrolDays.Friday,
        ["sat"] = PatrolDays.Saturday,
        ["sun"] = PatrolDays.Sunday,
    };

    public async Task<PatrolFileView> ReadAsync(Stream file, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var scope = scopes.Of(user);
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancellationToken);
        var text = Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length).TrimStart('\uFEFF');
        var header = text.Split('\n', 2)[0];
        using var csv = CsvReader.Create(new StringReader(text), new CsvReaderOptions
        {
            Separator = header.Contains(';', StringComparison.Ordinal) ? ';' : ',',
            HasHeader = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MaxRecordSize = LongestLine,
        });
        try
        {
            if (!csv.Read())
                return new PatrolFileView([], PatrolsText.FileEmpty);
            var names = Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at).Trim().ToLowerInvariant()).ToList();
            if (Needed.Where(name => !names.Contains(name)).ToList() is { Count: > 0 } missing)
                return new PatrolFileView([], Say.With(PatrolsText.FileColumnsMissing, string.Join(", ", missing)));
            if (names.Where(name => !Columns.Contains(name)).ToList() is { Count: > 0 } unknown)
                return new PatrolFileView([], Say.With(PatrolsText.FileColumnsUnknown, Data.Text.Cut(string.Join(", ", unknown), 200)));
            return await LinesAsync(csv, names, scope, cancellationToken);
        }
        catch (CsvFormatException failure)
        {
            return new PatrolFileView([], Say.With(PatrolsText.FileUnreadable, failure.LineNumber));
        }
    }

    private async Task<PatrolFileView> LinesAsync(CsvReader csv, List<string> names, Data.Identity.Scope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        List<PatrolLine> lines = [];
        while (csv.Read())
        {
            var row = new Row(csv, names);
            if (lines.Count == MostLines)
                return new PatrolFileView([], Say.With(PatrolsText.FileTooMany, MostLines));
            var reference = row.Cell("reference") ?? "";
            var site = await db.Sites.AsNoTracking().FirstOrDefaultAsync(s => s.Reference == reference && s.DeletedAt == null, cancellationToken);
            if (site is not null && !scope.Covers(site.GroupId))
                site = null;
            List<string> faults = [];
            var asked = Request(row, site, faults);
            if (asked.ForCustomer && !(scope.Covers(null) && await db.Customers.AnyAsync(c => c.AuraId == asked.CustomerAuraId && c.DeletedAt == null, cancellationToken)))
                faults.Add(Say.With(PatrolsText.FileNoCustomer, asked.CustomerAuraId));
            faults.AddRange(PatrolRules.Check(asked, options.Value, time.GetUtcNow())
                .Select(fault => fault.Field == nameof(PatrolRequest.SiteId) ? Say.With(PatrolsText.FileNoSite, reference) : fault.Sentence).Except(faults));
            List<string> warnings = [];
            if (faults.Count == 0)
            {
                foreach (var conflict in await queries.ConflictsAsync(PatrolRules.RuleOf(asked)!, asked, scope, cancellationToken))
                    warnings.Add(Say.With(PatrolsText.ConflictLine, conflict.Name, VisitText.At(conflict.At, Zones.Find(asked.TimeZoneId)!)));
            }
            lines.Add(new PatrolLine(int.CreateSaturating(csv.LineNumber), reference, asked, faults, warnings));
        }
        return new PatrolFileView(lines, lines.Count == 0 ? PatrolsText.FileEmpty : null);
    }

    private PatrolRequest Request(Row row, Site? site, List<string> faults) => new()
    {
        FormId = Guid.NewGuid(),
        SiteId = site?.Id,
        // a line without a site is a customer's
        ForCustomer = row.Cell("reference") is null && row.Cell("customer") is not null,
        Address = row.Cell("reference") is null ? row.Cell("address") : null,
        Name = row.Cell("name") ?? "",
        FirstDate = Read<DateOnly>(row, "date", faults, static text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null),
        StartTime = Read<TimeOnly>(row, "start", faults, static text => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null),
        Minutes = Read(row, "minutes", faults, Number),
        ServiceType = row.Cell("service") ?? options.Value.Offered.First().Id,
        Repeat = Read<PatrolRepeat>(row, "repeat", faults, static text => text.ToLowerInvariant() switch
        {
            "once" => PatrolRepeat.Once,
            "daily" => PatrolRepeat.Daily,
            "weekly" => PatrolRepeat.Weekly,
            _ => null,
        }) ?? PatrolRepeat.Once,
        Every = Read(row, "every", faults, Number) ?? 1,
        Days = Read<PatrolDays>(row, "days", faults, static text => Days(text)) ?? PatrolDays.None,
        LastDate = Read<DateOnly>(row, "last", faults, static text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null),
        Count = Read(row, "count", faults, Number),
        Guards = Read(row, "guards", faults, Number),
        Instructions = row.Cell("instructions"),
        Contacts = row.Cell("contacts")?.Replace('|', '\n'),
        TimeZoneId = row.Cell("zone") ?? site?.TimeZoneId ?? options.Value.TimeZone,
        CustomerAuraId = Read<long>(row, "customer", faults, static text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null)
            ?? site?.CustomerAuraId ?? options.Value.CustomerId,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static PatrolDays? Days(string text)
    {
        var days = PatrolDays.None;
        foreach (var word in text.Split([' ', '|', '/', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!DayNames.TryGetValue(word, out var day))
                return null;
            days |= day;
        }
        return days;
    }

    private static T? Read<T>(Row row, string column, List<string> faults, Func<string, T?> read)
        where T : struct
    {
        if (row.Cell(column) is not { } text)
            return null;
        var value = read(text);
        if (value is null)
            faults.Add(Say.With(PatrolsText.FileBadCell, column, Data.Text.Cut(text, 40)));
        return value;
    }

    private sealed class Row(CsvReader csv, List<string> names)
    {
        public string? Cell(string column)
        {
            var at = names.IndexOf(column);
            return at >= 0 && at < csv.FieldCount && csv.GetString(at).Trim() is { Length: > 0 } text ? text : null;
        }
    }
}
