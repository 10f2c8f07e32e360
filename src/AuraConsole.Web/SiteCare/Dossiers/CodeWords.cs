using System.Globalization;
using System.Security.Claims;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.SiteCare.Dossiers;

/// <summary>Tells a code word on demand. Whoever reads one is on the audit, and in the callout's timeline, before the word is shown.</summary>
public sealed class CodeWords(CalloutWriter writer, AuditLog audit, Scopes scopes, CodeWordKeeper keeper, SiteCareFeed feed)
{
    /// <summary>How long a screen may show a word.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromSeconds(20);

    /// <param name="siteId">Our id.</param>
    /// <param name="id">Of the code word.</param>
    /// <param name="calloutId">AURA's id of the callout on whose sheet it is read; null on the site's own page.</param>
    /// <param name="user">Who reads.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null when there is no such word, or not for this user; its text is null when it cannot be read.</returns>
    /// <exception cref="UnauthorizedAccessException">The user has no role here.</exception>
    public async Task<ShownWord?> ShowAsync(int siteId, int id, long? calloutId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.From(user);
        var kept = await writer.WriteAsync(async session =>
        {
            var mine = session.Db.Sites.Within(scopes.Of(user)).Select(site => site.Id);
            var word = await session.Db.SiteCodeWords.AsNoTracking()
                .FirstOrDefaultAsync(one => one.Id == id && one.SiteId == siteId && mine.Contains(one.SiteId), session.CancellationToken);
            var callout = calloutId is { } known ? await session.FindAsync(known) : null;
            if (word is null || (calloutId is not null && callout?.SiteId != siteId))
                return null;
            if (callout is not null)
                session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Operator, Kind = EntryKind.CodeWordShown, By = by.Name, Detail = word.Label });
            await audit.AddAsync(session.Db, by, SiteAudit.Note(SiteAudit.CodeWordRead, siteId, Lines(word, calloutId)), session.CancellationToken);
            return word;
        }, cancellationToken);
        if (kept is not null)
            feed.Publish(siteId);
        return kept is null ? null : new ShownWord(kept.Label, keeper.Read(kept.Protected));
    }

    private static IEnumerable<string> Lines(SiteCodeWord word, long? calloutId)
    {
        yield return $"Code word: {word.Label}";
        if (calloutId is { } known)
            yield return string.Create(CultureInfo.InvariantCulture, $"Callout: {known}");
    }
}

/// <param name="Label">What it is for.</param>
/// <param name="Text">Null when the installation's keys cannot read it.</param>
public sealed record ShownWord(string Label, string? Text)
{
    // never into a log
    public override string ToString() => nameof(ShownWord);
}
