using System.Globalization;

namespace AuraConsole.Web.Features.Upkeep.Backup;

/// <summary>A copy of the database, by its file's name: <c>console-20261121-153000.db</c>, the instant in UTC.</summary>
public sealed record BackupFile(string Name, DateTimeOffset At, long Bytes)
{
    public const string Pattern = "console-*.db";

    private const string Format = "'console-'yyyyMMdd-HHmmss'.db'";

    public static string NameOf(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Null for a file that this console did not write.</summary>
    public static BackupFile? Of(FileInfo file) =>
        DateTimeOffset.TryParseExact(file.Name, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new BackupFile(file.Name, at, file.Length)
            : null;
}
