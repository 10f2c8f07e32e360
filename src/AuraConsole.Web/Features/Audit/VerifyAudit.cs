using System.Globalization;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Audit;

/// <summary>
/// <c>verify-audit [--database FILE] [--mark NUMBER:SEAL]</c>: checks the audit without starting the console, also in a backup. The file
/// is opened for reading alone. Exit code 0: sound; 1: not; 2: could not be read.
/// </summary>
internal static class VerifyAudit
{
    public const string Word = "verify-audit";

    public const int Sound = 0;
    public const int Flawed = 1;
    public const int Unreadable = 2;

    private const string Usage = $"Usage: {Word} [--database FILE] [--mark NUMBER:SEAL]";

    public static async Task<int> RunAsync(string[] words, string standardFile, TextWriter output, CancellationToken cancellationToken)
    {
        var file = standardFile;
        AuditMark? mark = null;
        for (var index = 1; index < words.Length; index += 2)
        {
            var value = words.ElementAtOrDefault(index + 1);
            if (words[index] == "--database" && value is not null)
                file = value;
            else if (words[index] != "--mark" || !AuditMark.TryParse(value, out mark))
                return await EndAsync(output, Unreadable, Usage);
        }
        if (!File.Exists(file))
            return await EndAsync(output, Unreadable, $"There is no file {file}.");
        try
        {
            var verdict = await ReadAsync(file, mark, cancellationToken);
            foreach (var flaw in verdict.Flaws)
                await output.WriteLineAsync(SentenceOf(flaw));
            var end = verdict.Last is { } last ? $" The last is {last}." : "";
            return await EndAsync(
                output, verdict.IsSound ? Sound : Flawed,
                string.Create(CultureInfo.InvariantCulture, $"{verdict.Count} audit records: {(verdict.IsSound ? "sound" : "NOT sound")}.{end}"));
        }
        catch (SqliteException failure)
        {
            return await EndAsync(output, Unreadable, $"{file} could not be read: {failure.Message}");
        }
    }

    private static async Task<AuditVerdict> ReadAsync(string file, AuditMark? mark, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
        await using var db = new ConsoleDbContext(new DbContextOptionsBuilder<ConsoleDbContext>().UseSqlite(connection).Options);
        return await AuditCheck.RunAsync(db, mark, cancellationToken);
    }

    private static string SentenceOf(AuditFlaw flaw) => flaw.Kind switch
    {
        AuditFlawKind.Seal => $"Record {flaw.RecordId}: its seal does not fit. It, or the record before it, was changed.",
        AuditFlawKind.Gap => $"Record {flaw.RecordId}: what came before it was removed.",
        AuditFlawKind.Mark => $"Record {flaw.RecordId}: it is not the one that was marked, or it was removed.",
        _ => "The table's guards are gone: the database no longer refuses changes of audit records.",
    };

    private static async Task<int> EndAsync(TextWriter output, int code, string sentence)
    {
        await output.WriteLineAsync(sentence);
        return code;
    }
}
