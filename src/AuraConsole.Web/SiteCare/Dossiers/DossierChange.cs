using System.Globalization;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.SiteCare.Dossiers;

/// <summary>
/// Brings an edit into a dossier, and says for the audit what it changed: which part, never what stands in it, because contacts are people
/// and a record of the audit cannot be erased.
/// </summary>
internal sealed class DossierChange(SiteDossier dossier, DossierEdit edit, CodeWordKeeper keeper)
{
    private readonly List<string> _changes = [];

    public IReadOnlyList<string> Make()
    {
        dossier.Access = Text("Keys and access", dossier.Access, edit.Access);
        dossier.Hazards = Text("Hazards", dossier.Hazards, edit.Hazards);
        dossier.Instructions = Text("Instructions", dossier.Instructions, edit.Instructions);
        Contacts();
        CodeWords();
        return _changes;
    }

    private string? Text(string part, string? before, string? after)
    {
        var told = Told(after);
        if (told != before)
            _changes.Add($"{part}: {(before is null ? "added" : told is null ? "removed" : "changed")}");
        return told;
    }

    private void Contacts()
    {
        var before = dossier.Contacts.Count;
        var orderBefore = dossier.Contacts.OrderBy(c => c.Position).Select(c => c.Id).ToList();
        var kept = edit.Contacts.Select(one => one.Id).ToHashSet();
        dossier.Contacts.RemoveAll(contact => !kept.Contains(contact.Id));
        foreach (var (index, wanted) in edit.Contacts.Index())
        {
            var contact = dossier.Contacts.Find(one => one.Id == wanted.Id && wanted.Id is not null);
            if (contact is null)
                dossier.Contacts.Add(contact = new SiteContact { Name = wanted.Name.Trim() });
            else if ((contact.Name, contact.Relation, contact.Phone, contact.Note) != (wanted.Name.Trim(), Told(wanted.Relation), Told(wanted.Phone), Told(wanted.Note)))
                _changes.Add(string.Create(CultureInfo.InvariantCulture, $"Contact {index + 1}: changed"));
            (contact.Name, contact.Relation, contact.Phone, contact.Note, contact.Position) =
                (wanted.Name.Trim(), Told(wanted.Relation), Told(wanted.Phone), Told(wanted.Note), index + 1);
        }
        var order = edit.Contacts.Select(one => one.Id).ToList();
        if (dossier.Contacts.Count != before || order.Contains(null))
            _changes.Add(string.Create(CultureInfo.InvariantCulture, $"Contacts: {before} → {dossier.Contacts.Count}"));
        else if (!order.SequenceEqual(orderBefore.Select(id => (int?)id)))
            _changes.Add("Contacts: another order");
    }

    private void CodeWords()
    {
        foreach (var gone in dossier.CodeWords.Where(word => edit.CodeWords.All(one => one.Id != word.Id)).ToList())
        {
            dossier.CodeWords.Remove(gone);
            _changes.Add($"Code word {gone.Label}: removed");
        }
        foreach (var (index, wanted) in edit.CodeWords.Index())
        {
            var label = wanted.Label.Trim();
            var word = dossier.CodeWords.Find(one => one.Id == wanted.Id && wanted.Id is not null);
            if (word is null)
            {
                // one that somebody else took away cannot be kept without its word
                if (string.IsNullOrWhiteSpace(wanted.Word))
                    continue;
                dossier.CodeWords.Add(word = new SiteCodeWord { Label = label, Protected = keeper.Protect(wanted.Word.Trim()) });
                _changes.Add($"Code word {label}: added");
            }
            else if (!string.IsNullOrWhiteSpace(wanted.Word))
            {
                word.Protected = keeper.Protect(wanted.Word.Trim());
                _changes.Add($"Code word {label}: changed");
            }
            if (word.Label != label)
                _changes.Add($"Code word: {word.Label} → {label}");
            (word.Label, word.Position) = (label, index + 1);
        }
    }

    private static string? Told(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
