namespace AuraConsole.Web.Features.Sites.Importing;

/// <summary>Section <c>Import</c>.</summary>
public sealed class ImportOptions
{
    public const string Section = "Import";

    /// <summary>Where files and snapshots lie; by default <c>imports</c> beside the database.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Largest file that is taken.</summary>
    public int MaxBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Most rows of a file, its header not counted.</summary>
    public int MaxRows { get; set; } = 200_000;

    /// <summary>How long AURA's callback is waited for; then its list alone tells what came of an upload.</summary>
    public TimeSpan CallbackPatience { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many callbacks a minute one address may send.</summary>
    public int CallbacksPerMinute { get; set; } = 30;

    /// <summary>How many snapshots are kept; the oldest go first.</summary>
    public int SnapshotsKept { get; set; } = 20;

    public FullSyncGuardOptions FullSync { get; } = new();
}

/// <summary>Above either, removals need a second admin.</summary>
public sealed class FullSyncGuardOptions
{
    public double MostRemovedPercent { get; set; } = 2;

    public int MostRemoved { get; set; } = 5;
}
