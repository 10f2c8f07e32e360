using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Upkeep.Backup;

/// <summary>
/// Copies the database while the console goes on working. A copy is written under another name, checked, and only then counts; a
/// half-written one is never taken for a whole one.
/// </summary>
public sealed partial class Backups(
    IOptions<DatabaseOptions> database, IOptions<BackupOptions> options, AuditLog audit, TimeProvider time, ILogger<Backups> logger)
{
    public const string Kind = "backup.made";

    private readonly SemaphoreSlim _one = new(1, 1);

    public string Folder => Path.GetFullPath(options.Value.Folder, Path.GetDirectoryName(Source)!);

    private string Source => new SqliteConnectionStringBuilder(database.Value.ConnectionString).DataSource;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<BackupFile> List() => !Directory.Exists(Folder)
        ? []
        : [.. new DirectoryInfo(Folder).EnumerateFiles(BackupFile.Pattern).Select(BackupFile.Of).OfType<BackupFile>().OrderByDescending(static file => file.At)];

    /// <param name="by">Null for the schedule.</param>
    /// <param name="cancellationToken">Ends the waiting for another copy that is being made.</param>
    /// <exception cref="BackupException">No copy was made; the message says why, in plain words.</exception>
    public async Task<BackupFile> MakeAsync(Operator? by, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var file = await Task.Run(Copy, CancellationToken.None);
            await audit.WriteAsync(by, new AuditNote(Kind, "backup", FormattableString.Invariant($"{file.Name}\nbytes: {file.Bytes}")), CancellationToken.None);
            Prune();
            Log.Made(logger, file.Name, file.Bytes);
            return file;
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            Log.Failed(logger, failure);
            throw new BackupException(failure.Message, failure);
        }
        finally
        {
            _one.Release();
        }
    }

    private BackupFile Copy()
    {
        CreateFolder();
        var at = time.GetUtcNow();
        var (whole, half) = (Path.Combine(Folder, BackupFile.NameOf(at)), Path.Combine(Folder, "making.tmp"));
        File.Delete(half);
        // a reader in WAL: deliveries go on being stored meanwhile
        using (var source = Open(Source, SqliteOpenMode.ReadWrite))
            Execute(source, "VACUUM INTO $file", ("$file", half));
        using (var copy = Open(half, SqliteOpenMode.ReadOnly))
        {
            if (Execute(copy, "PRAGMA quick_check") is not "ok")
                throw new IOException("The copy does not pass SQLite's check.");
        }
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(half, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(half, whole, overwrite: true);
        return BackupFile.Of(new FileInfo(whole))!;
    }

    /// <summary>For the console's own user alone: a copy holds all that the database holds.</summary>
    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Folder);
        else
            Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Prune()
    {
        foreach (var old in List().Skip(options.Value.Keep))
            File.Delete(Path.Combine(Folder, old.Name));
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static object? Execute(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, string Value)> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command.ExecuteScalar();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Backup {Name} made, {Bytes} bytes")]
        public static partial void Made(ILogger logger, string name, long bytes);

        [LoggerMessage(2, LogLevel.Error, "No backup could be made")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
