using AuraConsole.Web.SiteCare.Dossiers;

namespace AuraConsole.Web.Features.Sites.Dossier;

/// <summary>A dossier being typed. Of code words that are there, the form knows no text.</summary>
public sealed class DossierInput
{
    public string Access { get; set; } = "";

    public string Hazards { get; set; } = "";

    public string Instructions { get; set; } = "";

    public List<ContactInput> Contacts { get; } = [];

    public List<CodeWordInput> CodeWords { get; } = [];

    public static DossierInput Of(DossierView view)
    {
        var input = new DossierInput { Access = view.Access ?? "", Hazards = view.Hazards ?? "", Instructions = view.Instructions ?? "" };
        input.Contacts.AddRange(view.Contacts.Select(one => new ContactInput
        {
            Id = one.Id,
            Name = one.Name,
            Relation = one.Relation ?? "",
            Phone = one.Phone ?? "",
            Note = one.Note ?? "",
        }));
        input.CodeWords.AddRange(view.CodeWords.Select(one => new CodeWordInput { Id = one.Id, Label = one.Label }));
        return input;
    }

    public DossierEdit ToEdit() => new()
    {
        Access = Access,
        Hazards = Hazards,
        Instructions = Instructions,
        Contacts = [.. Contacts.Select(one => new ContactEdit(one.Id, one.Name, one.Relation, one.Phone, one.Note))],
        CodeWords = [.. CodeWords.Select(one => new CodeWordEdit(one.Id, one.Label, one.Word.Length == 0 ? null : one.Word))],
    };
}

public sealed class ContactInput
{
    /// <summary>Null for one that is new.</summary>
    public int? Id { get; init; }

    public Guid Key { get; } = Guid.NewGuid();

    public string Name { get; set; } = "";

    public string Relation { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Note { get; set; } = "";
}

public sealed class CodeWordInput
{
    /// <summary>Null for one that is new.</summary>
    public int? Id { get; init; }

    public Guid Key { get; } = Guid.NewGuid();

    public string Label { get; set; } = "";

    /// <summary>Empty leaves the one that is there.</summary>
    public string Word { get; set; } = "";
}
