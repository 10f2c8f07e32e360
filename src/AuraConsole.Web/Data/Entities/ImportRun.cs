namespace AuraConsole.Web.Data.Entities;

/// <summary>Changes that an admin decided on, on their way to AURA. At most one run is open at a time.</summary>
public sealed class ImportRun
{
    public const int NameLength = 200;
    public const int NoteLength = 500;
    public const int HashLength = 32;
    public const int ActorLength = 450;
    public const int HeldLength = 200;

    public Guid Id { get; set; }

    public ImportWay Way { get; set; }

    public ImportRunState State { get; set; }

    /// <summary>Whose snapshot is put back; null for an import.</summary>
    public Guid? Restores { get; set; }

    public string? FileName { get; set; }

    /// <summary>The members that its columns hold, with commas between; all others stay as they are.</summary>
    public string Held { get; set; } = "";

    public required string StartedById { get; set; }

    public required string StartedByName { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Sites that it will remove at AURA.</summary>
    public int Removals { get; set; }

    /// <summary>AURA's active sites when that was counted.</summary>
    public int SitesBefore { get; set; }

    public string? ApprovedById { get; set; }

    public string? ApprovedByName { get; set; }

    /// <summary>How many removals were approved.</summary>
    public int? Approved { get; set; }

    public int Total { get; set; }

    public int Done { get; set; }

    public int Failed { get; set; }

    /// <summary>What stands in the way, or how it ended.</summary>
    public ImportNote? Note { get; set; }

    /// <summary>AURA's own words.</summary>
    public string? AuraMessage { get; set; }

    /// <summary>Set once a snapshot of AURA's portfolio lies in the run's folder.</summary>
    public DateTimeOffset? SnapshotAt { get; set; }

    public DateTimeOffset? UploadedAt { get; set; }

    /// <summary>SHA-256 of the one-time secret in the callback's address. The secret itself is kept nowhere.</summary>
    public byte[]? CallbackHash { get; set; }

    public DateTimeOffset? CallbackAt { get; set; }

    /// <summary>Whether AURA's callback spoke of success; null when it said neither, or never came.</summary>
    public bool? CallbackSucceeded { get; set; }

    public Guid Version { get; set; }

    public bool IsOpen => State is not (ImportRunState.Done or ImportRunState.Differs or ImportRunState.Failed or ImportRunState.Cancelled);
}

public enum ImportWay
{
    /// <summary>Change by change.</summary>
    Rest,

    /// <summary>The whole portfolio as one CSV.</summary>
    FullSync,
}

public enum ImportRunState
{
    /// <summary>Its rows are being written down; found so after a restart, nothing was sent and it counts as failed.</summary>
    Preparing,

    /// <summary>The guard stopped it: another admin has to type the number of removals.</summary>
    AwaitingApproval,

    /// <summary>One by one, or about to upload.</summary>
    Running,

    Paused,

    /// <summary>The upload leaves; should the console end now, it is uncertain whether AURA has it.</summary>
    Uploading,

    AwaitingCallback,

    /// <summary>AURA's list is being compared.</summary>
    Reconciling,

    Done,

    /// <summary>Ended, and AURA has not what was asked; the rows name what differs.</summary>
    Differs,

    /// <summary>Nothing was done.</summary>
    Failed,

    Cancelled,
}

public enum ImportNote
{
    /// <summary>AURA does not answer; it is tried again.</summary>
    AuraAway,

    /// <summary>AURA refused our credentials; paused.</summary>
    Unauthorised,

    /// <summary>AURA's list changed since the comparison, and so did the number of removals.</summary>
    RemovalsChanged,

    /// <summary>AURA refused the upload.</summary>
    Refused,

    /// <summary>The upload's answer was lost: AURA's list tells what came of it.</summary>
    UploadUnknown,

    /// <summary>AURA's callback did not come; AURA's list tells what came of it.</summary>
    NoCallback,

    /// <summary>What the run kept on disk is gone or cannot be read.</summary>
    FileLost,

    /// <summary>The console ended while the run was being prepared.</summary>
    Interrupted,
}
