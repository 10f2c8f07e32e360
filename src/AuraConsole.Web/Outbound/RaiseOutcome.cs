using System.Globalization;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound;

/// <summary>Writes down what a raise led to: on the command and on its callout.</summary>
internal static class RaiseOutcome
{
    /// <summary>The raise made this callout.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="raise">With its site.</param>
    /// <param name="callout">The callout, AURA's word applied.</param>
    /// <param name="how"><see cref="EntryKind.RaiseConfirmed"/> by the answer, or <see cref="EntryKind.RaiseFound"/> by looking.</param>
    public static async Task ConfirmAsync(CalloutSession session, Command raise, Callout callout, EntryKind how)
    {
        (raise.State, raise.CalloutAuraId) = (CommandState.Confirmed, callout.AuraId);
        callout.RaisedByCommandId = raise.Id;
        callout.IncidentNumber = raise.IncidentNumber ?? callout.IncidentNumber;
        callout.ResponseTypeId ??= raise.ResponseTypeId;
        callout.ClassificationId ??= raise.ClassificationId;
        callout.InternalTest ??= raise.InternalTest;
        await PlaceAsync(session, callout, raise);
        await TakeBackRaisedElsewhereAsync(session, callout);
        session.Note(callout, Line(raise, EntryKind.RaiseAsked, EntrySource.Operator, raise.AskedAt, raise.Reason));
        session.Note(callout, Line(raise, how, EntrySource.Console, session.Now, Seconds(session.Now - raise.SentAt)));
    }

    /// <summary>The raise led to a callout that is not its own.</summary>
    public static async Task JoinAsync(CalloutSession session, Command raise, Callout callout, CommandNote note)
    {
        (raise.State, raise.Note, raise.CalloutAuraId) = (CommandState.Joined, note, callout.AuraId);
        if (note is not (CommandNote.OtherSite or CommandNote.OtherCustomer))
        {
            callout.IncidentNumber ??= raise.IncidentNumber;
            await PlaceAsync(session, callout, raise);
        }
        session.Note(callout, Line(raise, EntryKind.RaiseJoined, EntrySource.Operator, session.Now, raise.IncidentNumber));
    }

    /// <summary>A response under way at the site that serves the raise, too. One that AURA no longer lists does not.</summary>
    public static async Task<Callout?> UnderWayAsync(CalloutSession session, Command raise, Site site)
    {
        var responding = await OfSite(session.Db, site).Where(c => RaiseRules.Responding.Contains(c.Stage) && c.MissingSince == null)
            .OrderByDescending(c => c.FirstSeenAt).ToListAsync(session.CancellationToken);
        return responding.Find(callout => RaiseRules.Serves(callout, raise));
    }

    /// <summary>A callout of the site or customer that appeared here after the raise had left, and that nobody else raised.</summary>
    public static async Task<Callout?> AppearedAfterAsync(CalloutSession session, Command raise)
    {
        var appeared = await (raise.Site is { } site ? OfSite(session.Db, site) : OfCustomer(session.Db, raise.CustomerAuraId)).Where(c => c.FirstSeenAt >= raise.SentAt && c.RaisedByCommandId == null)
            .OrderBy(c => c.AuraId).Take(10).ToListAsync(session.CancellationToken);
        return appeared.Find(callout => !RaiseRules.IsOlder(raise, callout, null));
    }

    /// <summary>Whether another raise of the site or customer is in one of the states.</summary>
    public static Task<bool> OtherRaiseAsync(CalloutSession session, Command raise, params CommandState[] states) =>
        session.Db.Commands.AnyAsync(
            c => c.Kind == CommandKind.Raise && c.SiteId == raise.SiteId && c.CustomerAuraId == raise.CustomerAuraId && c.Id != raise.Id && states.Contains(c.State), session.CancellationToken);

    /// <summary>A callout may have come before its site was read, and then knows only AURA's id of it.</summary>
    private static IQueryable<Callout> OfSite(ConsoleDbContext db, Site site) =>
        db.Callouts.Where(c => c.SiteId == site.Id || (c.SiteId == null && c.SiteAuraId == site.AuraId));

    /// <summary>At a live location only: a site's callout may name a customer, too.</summary>
    private static IQueryable<Callout> OfCustomer(ConsoleDbContext db, long? customerAuraId) =>
        db.Callouts.Where(c => customerAuraId != null && c.CustomerAuraId == customerAuraId && c.SiteId == null && c.SiteAuraId == null);

    private static async Task PlaceAsync(CalloutSession session, Callout callout, Command raise)
    {
        await PlaceAsync(session, callout, raise.Site);
        if (raise.CustomerAuraId is not { } customer || callout is not { SiteId: null, SiteAuraId: null })
            return;
        callout.CustomerAuraId ??= customer;
        callout.CustomerName ??= await session.CustomerNameAsync(callout.CustomerAuraId);
        callout.Latitude ??= raise.Latitude;
        callout.Longitude ??= raise.Longitude;
    }

    /// <summary>AURA's answers may leave out the site; what it was asked for is known.</summary>
    private static async Task PlaceAsync(CalloutSession session, Callout callout, Site? site)
    {
        if (site is null || callout.SiteId is not null)
            return;
        callout.Site = site;
        callout.SiteId = site.Id;
        callout.SiteAuraId ??= site.AuraId;
        callout.SiteName ??= site.DisplayName;
        callout.Reference ??= site.Reference;
        callout.Address ??= site.Address;
        callout.Latitude ??= site.Latitude;
        callout.Longitude ??= site.Longitude;
        var group = await session.Db.SiteGroups.AsNoTracking().FirstOrDefaultAsync(one => one.Id == site.GroupId, session.CancellationToken);
        (callout.SiteGroupId, callout.SiteGroupName) = (group?.Id, group?.Name);
        await SiteLink.LinkedAsync(session, callout, site);
    }

    /// <summary>A delivery that overtook the answer could not know whose callout it was; the line would be untrue.</summary>
    private static async Task TakeBackRaisedElsewhereAsync(CalloutSession session, Callout callout)
    {
        if (callout.Id == 0)
            return;
        var untrue = await session.Db.Entries.Where(e => e.CalloutId == callout.Id && e.Kind == EntryKind.RaisedElsewhere).ToListAsync(session.CancellationToken);
        session.Db.Entries.RemoveRange(untrue);
    }

    private static Entry Line(Command raise, EntryKind kind, EntrySource source, DateTimeOffset at, string? detail) =>
        new() { At = at, Source = source, Kind = kind, By = raise.AskedByName, Detail = detail, CommandId = raise.Id };

    private static string? Seconds(TimeSpan? taken) => taken?.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
