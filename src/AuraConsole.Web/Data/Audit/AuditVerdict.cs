namespace AuraConsole.Web.Data.Audit;

/// <summary>What a check of the audit found.</summary>
/// <param name="Count">Records read.</param>
/// <param name="Last">The newest of them; null when there is none.</param>
/// <param name="Flaws">What does not fit, oldest first; at most <see cref="AuditCheck.MostFlaws"/>.</param>
public sealed record AuditVerdict(long Count, AuditMark? Last, IReadOnlyList<AuditFlaw> Flaws)
{
    public bool IsSound => Flaws.Count == 0;
}

/// <summary>Something in the audit that does not fit.</summary>
/// <param name="Kind">What.</param>
/// <param name="RecordId">Where; null for the table as a whole.</param>
public sealed record AuditFlaw(AuditFlawKind Kind, long? RecordId);

public enum AuditFlawKind
{
    /// <summary>The record, or the one before it, was changed after it was sealed.</summary>
    Seal,

    /// <summary>Records before this one are not there.</summary>
    Gap,

    /// <summary>The record that was written down elsewhere is not there, or is another one.</summary>
    Mark,

    /// <summary>The database no longer refuses changes of the table.</summary>
    Unguarded,
}
