using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.SiteCare.Dossiers;

/// <summary>What a dossier may hold; one sentence for each fault.</summary>
public static class DossierRules
{
    public static IEnumerable<string> Faults(DossierEdit edit)
    {
        if (edit.Contacts.Count > SiteDossier.MostContacts)
            yield return Say.With(DossierText.TooManyContacts, SiteDossier.MostContacts);
        if (edit.CodeWords.Count > SiteDossier.MostCodeWords)
            yield return Say.With(DossierText.TooManyCodeWords, SiteDossier.MostCodeWords);
        if (edit.Contacts.Any(contact => string.IsNullOrWhiteSpace(contact.Name)))
            yield return DossierText.ContactNeedsName;
        if (edit.CodeWords.Any(word => string.IsNullOrWhiteSpace(word.Label) || (word.Id is null && string.IsNullOrWhiteSpace(word.Word))))
            yield return DossierText.CodeWordNeedsBoth;
        if (IsTooLong(edit))
            yield return DossierText.TooLong;
    }

    private static bool IsTooLong(DossierEdit edit) =>
        new[] { edit.Access, edit.Hazards, edit.Instructions }.Any(text => text?.Length > SiteDossier.TextLength)
        || edit.Contacts.Any(contact => contact.Name.Length > SiteContact.NameLength || contact.Relation?.Length > SiteContact.RelationLength
            || contact.Phone?.Length > SiteContact.PhoneLength || contact.Note?.Length > SiteContact.NoteLength)
        || edit.CodeWords.Any(word => word.Label.Length > SiteCodeWord.LabelLength || word.Word?.Length > SiteCodeWord.WordLength);
}
