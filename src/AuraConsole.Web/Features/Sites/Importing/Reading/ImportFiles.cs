using AuraConsole.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Sites.Importing.Reading;

/// <summary>Files of imports and their snapshots, in a folder beside the database. A caller's words never become part of a path.</summary>
public sealed class ImportFiles(IOptions<ImportOptions> options, IServiceProvider services)
{
    private string? _folder;

    private string Folder => _folder ??= Directory.CreateDirectory(Find()).FullName;

    /// <summary>Keeps what comes, as a file under a name of its own.</summary>
    /// <exception cref="ImportRefusedException">It is larger than <see cref="ImportOptions.MaxBytes"/>; nothing is kept then.</exception>
    public async Task<(Guid File, long Bytes)> KeepAsync(Stream content, CancellationToken cancellationToken)
    {
        var file = Guid.NewGuid();
        try
        {
            return (file, await CopyAsync(content, PathOf(file), cancellationToken));
        }
        catch
        {
            Delete(file);
            throw;
        }
    }

    public FileStream Open(Guid file)
    {
        try
        {
            return new FileStream(PathOf(file), FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (IOException gone)
        {
            throw new ImportRefusedException(ImportRefusal.Gone, inner: gone);
        }
    }

    public void Delete(Guid file) => File.Delete(PathOf(file));

    /// <summary>A run's own file: its wishes, or the snapshot.</summary>
    public Task WriteAsync(Guid run, RunFile kind, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        File.WriteAllBytesAsync(PathOf(run, kind), content, cancellationToken);

    /// <summary>Null when there is none.</summary>
    public async Task<byte[]?> ReadAsync(Guid run, RunFile kind, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(run, kind), cancellationToken);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public bool Has(Guid run, RunFile kind) => File.Exists(PathOf(run, kind));

    public void Delete(Guid run, RunFile kind) => File.Delete(PathOf(run, kind));

    private async Task<long> CopyAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        var buffer = new byte[32 * 1024];
        long copied = 0;
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        while (await content.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if ((copied += read) > options.Value.MaxBytes)
                throw new ImportRefusedException(ImportRefusal.TooLarge);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return copied > 0 ? copied : throw new ImportRefusedException(ImportRefusal.Empty);
    }

    private string PathOf(Guid file) => Path.Combine(Folder, $"{file:N}.csv");

    private string PathOf(Guid run, RunFile kind) => Path.Combine(Folder, $"{run:N}-{kind}.dat");

    private string Find()
    {
        if (options.Value.Folder.Length > 0)
            return options.Value.Folder;
        var database = services.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString;
        var file = new SqliteConnectionStringBuilder(database).DataSource;
        return Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".", "imports");
    }
}

/// <summary>What a run keeps on disk.</summary>
public enum RunFile
{
    /// <summary>What the admin wants, as JSON.</summary>
    Wanted,

    /// <summary>AURA's download, as it came.</summary>
    SnapshotCsv,

    /// <summary>AURA's list, as JSON.</summary>
    SnapshotList,
}
