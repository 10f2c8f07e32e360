namespace AuraConsole.Web.Data.Entities;

/// <summary>What the control room knows of a site besides AURA's facts. Our own; AURA never sees it.</summary>
public sealed class SiteDossier
{
    public const int TextLength = 2000;
    public const int MostContacts = 20;
    public const int MostCodeWords = 10;

    public int SiteId { get; set; }

    /// <summary>Keys, and how to get in.</summary>
    public string? Access { get; set; }

    public string? Hazards { get; set; }

    public string? Instructions { get; set; }

    /// <summary>Concurrency token, changed with every edit of any part.</summary>
    public Guid Version { get; set; }

    public List<SiteContact> Contacts { get; } = [];

    public List<SiteCodeWord> CodeWords { get; } = [];
}

/// <summary>Somebody to telephone, in order.</summary>
public sealed class SiteContact
{
    public const int NameLength = 100;
    public const int RelationLength = 100;
    public const int PhoneLength = 40;
    public const int NoteLength = 300;

    public int Id { get; set; }

    public int SiteId { get; set; }

    /// <summary>1 is called first.</summary>
    public int Position { get; set; }

    public required string Name { get; set; }

    public string? Relation { get; set; }

    public string? Phone { get; set; }

    public string? Note { get; set; }
}

/// <summary>A word by which a caller is known.</summary>
public sealed class SiteCodeWord
{
    public const int LabelLength = 60;
    public const int WordLength = 100;
    public const int ProtectedLength = 2000;

    public int Id { get; set; }

    public int SiteId { get; set; }

    public int Position { get; set; }

    /// <summary>What it is for: "Cancel", "Duress". Not secret.</summary>
    public required string Label { get; set; }

    /// <summary>The word as the installation's keys protect it: the database file alone does not tell it.</summary>
    public required string Protected { get; set; }
}
