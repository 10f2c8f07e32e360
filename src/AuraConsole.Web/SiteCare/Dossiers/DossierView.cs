using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.SiteCare.Dossiers;

/// <summary>A dossier as screens show it: of a code word only what it is for.</summary>
public sealed record DossierView(int SiteId)
{
    /// <summary>Of no dossier yet, nothing.</summary>
    public Guid Version { get; init; }

    public string? Access { get; init; }

    public string? Hazards { get; init; }

    public string? Instructions { get; init; }

    /// <summary>In the order in which they are called.</summary>
    public IReadOnlyList<ContactView> Contacts { get; init; } = [];

    public IReadOnlyList<CodeWordView> CodeWords { get; init; } = [];

    public bool IsEmpty => Access is null && Hazards is null && Instructions is null && Contacts.Count == 0 && CodeWords.Count == 0;

    public static DossierView Of(int siteId, SiteDossier? dossier) => dossier is null ? new DossierView(siteId) : new DossierView(siteId)
    {
        Version = dossier.Version,
        Access = dossier.Access,
        Hazards = dossier.Hazards,
        Instructions = dossier.Instructions,
        Contacts = [.. dossier.Contacts.OrderBy(c => c.Position).Select(c => new ContactView(c.Id, c.Name, c.Relation, c.Phone, c.Note))],
        CodeWords = [.. dossier.CodeWords.OrderBy(c => c.Position).Select(c => new CodeWordView(c.Id, c.Label))],
    };
}

public sealed record ContactView(int Id, string Name, string? Relation, string? Phone, string? Note);

public sealed record CodeWordView(int Id, string Label);
