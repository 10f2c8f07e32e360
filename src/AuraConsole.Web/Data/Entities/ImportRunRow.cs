namespace AuraConsole.Web.Data.Entities;

/// <summary>One change of a run, kept before anything is sent; of a full sync, one thing that differs afterwards.</summary>
public sealed class ImportRunRow
{
    public const int DetailsLength = 8000;
    public const int NoteLength = 500;

    public long Id { get; set; }

    public Guid RunId { get; set; }

    /// <summary>1, 2, 3, … within the run.</summary>
    public int Number { get; set; }

    /// <summary>Of the file; null for a removal.</summary>
    public int? Line { get; set; }

    public ImportRowKind Kind { get; set; }

    public required string Reference { get; set; }

    public long? AuraId { get; set; }

    /// <summary>What to send, as JSON.</summary>
    public string? Wanted { get; set; }

    /// <summary>Our site, and its version when it was compared: one that changed since is left alone.</summary>
    public int? SiteId { get; set; }

    public Guid? SiteVersion { get; set; }

    /// <summary>How often it was sent without AURA having it afterwards.</summary>
    public int Attempts { get; set; }

    public ImportRowState State { get; set; }

    /// <summary>AURA's own words, or what differs.</summary>
    public string? Note { get; set; }

    public DateTimeOffset? At { get; set; }
}

public enum ImportRowKind
{
    Add,
    Change,
    Remove,
}

public enum ImportRowState
{
    Waiting,

    /// <summary>On its way; found so after a restart, AURA is looked at before anything else.</summary>
    Sending,

    Done,

    /// <summary>No answer, but AURA has it as asked.</summary>
    FoundDone,

    Refused,

    /// <summary>The site was changed or removed by somebody since the comparison; nothing was sent.</summary>
    ChangedMeanwhile,

    /// <summary>No answer, and AURA could not be looked at: perhaps done, perhaps not.</summary>
    Unknown,

    Cancelled,

    /// <summary>After a full sync: AURA has it otherwise.</summary>
    Differs,
}
