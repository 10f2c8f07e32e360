namespace AuraConsole.Web.Features.Upkeep.Backup;

/// <summary>Copies of the database (configuration section <c>Backup</c>).</summary>
public sealed class BackupOptions
{
    public const string Section = "Backup";

    /// <summary>Where the copies go; a relative path hangs off the database's folder. Another disk is better.</summary>
    public string Folder { get; set; } = "backups";

    /// <summary>How often; zero: only on demand.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromDays(1);

    /// <summary>So many copies are kept, the newest.</summary>
    public int Keep { get; set; } = 7;
}
