using System.Security.Claims;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.SiteCare.Dossiers;

/// <summary>What came of telephoning a contact.</summary>
public enum CallOutcome
{
    Reached,
    NoAnswer,
    WrongNumber,
    Voicemail,
}

/// <summary>Notes in a callout's timeline whom of the site's contacts somebody telephoned, and what came of it.</summary>
public sealed class ContactCalls(CalloutWriter writer, Scopes scopes)
{
    /// <summary>False when there is no such callout, or no such contact of its site, for this user.</summary>
    public Task<bool> LogAsync(long calloutId, int contactId, CallOutcome outcome, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.From(user);
        if (!Enum.IsDefined(outcome))
            throw new ArgumentOutOfRangeException(nameof(outcome));
        return writer.WriteAsync(async session =>
        {
            var callout = await session.FindAsync(calloutId);
            if (callout is null || !scopes.Of(user).Covers(callout.SiteGroupId))
                return false;
            var contact = await session.Db.SiteContacts.AsNoTracking()
                .FirstOrDefaultAsync(one => one.Id == contactId && one.SiteId == callout.SiteId, session.CancellationToken);
            if (contact is null)
                return false;
            session.Note(callout, new Entry
            {
                At = session.Now,
                Source = EntrySource.Operator,
                Kind = EntryKind.ContactCalled,
                By = by.Name,
                Detail = Say.Joined(contact.Relation is null ? contact.Name : $"{contact.Name} ({contact.Relation})", Word(outcome)),
            });
            return true;
        }, cancellationToken);
    }

    public static string Word(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Reached => DossierText.Reached,
        CallOutcome.NoAnswer => DossierText.NoAnswer,
        CallOutcome.WrongNumber => DossierText.WrongNumber,
        _ => DossierText.Voicemail,
    };
}
