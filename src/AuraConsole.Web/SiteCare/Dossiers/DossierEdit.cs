namespace AuraConsole.Web.SiteCare.Dossiers;

/// <summary>A dossier as an admin wants it.</summary>
public sealed record DossierEdit
{
    public string? Access { get; init; }

    public string? Hazards { get; init; }

    public string? Instructions { get; init; }

    public IReadOnlyList<ContactEdit> Contacts { get; init; } = [];

    public IReadOnlyList<CodeWordEdit> CodeWords { get; init; } = [];
}

/// <param name="Id">Of one that is there; null for a new one.</param>
public sealed record ContactEdit(int? Id, string Name, string? Relation, string? Phone, string? Note);

/// <param name="Id">Of one that is there; null for a new one.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Word">The new word; null leaves the one that is there.</param>
public sealed record CodeWordEdit(int? Id, string Label, string? Word)
{
    // a record prints its members, and this one must never reach a log
    public override string ToString() => nameof(CodeWordEdit);
}

/// <param name="IsDone">False: somebody changed the dossier since it was opened.</param>
/// <param name="Now">As it stands; null when there is no such site.</param>
public sealed record DossierResult(bool IsDone, DossierView? Now);
