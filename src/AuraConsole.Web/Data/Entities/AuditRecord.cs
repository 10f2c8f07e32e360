namespace AuraConsole.Web.Data.Entities;

/// <summary>
/// Something that somebody did or read, for ever: the table takes no changes and no removals, and each record seals the one before it.
/// </summary>
public sealed class AuditRecord
{
    public const int KindLength = 60;
    public const int SubjectLength = 120;
    public const int DetailLength = 4000;
    public const int ActorLength = 450;
    public const int SealLength = 32;

    /// <summary>1, 2, 3, … without a gap.</summary>
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The user's id; null when the console itself did it.</summary>
    public string? ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>What was done, in short form: <c>site.edited</c>. Each area names its own.</summary>
    public required string Kind { get; init; }

    /// <summary>To what: <c>site:42</c>. Blank for the console as a whole.</summary>
    public required string Subject { get; init; }

    /// <summary>More about it, for people, one fact a line. No secrets, and of customers no names: a record cannot be erased.</summary>
    public string? Detail { get; init; }

    /// <summary>SHA-256 over this record and the seal of the one before; see <see cref="Audit.AuditSeal"/>.</summary>
    public required byte[] Seal { get; init; }
}
