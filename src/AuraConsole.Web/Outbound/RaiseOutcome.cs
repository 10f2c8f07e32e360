using System.Globalization;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound;

/// <summary>What a raise led to, written into the callout and the command at once.</summary>
internal static class RaiseOutcome
{
    /// <summary>How far AURA's clock may be behind ours before a callout counts as older than the raise.</summary>
    public static readonly TimeSpan ClockAllowance = TimeSpan.FromMinutes(2);

    /// <summary>True when the callout was there before the command was sent, or belongs to another command.</summary>
    public static bool Existed(Command command, AuraCallout told, Callout? known) =>
        known?.FirstSeenAt < command.SentAt
        || (known?.RaisedByCommandId is { } other && other != command.Id)
        || told.CreatedAt < command.SentAt - ClockAllowance;

    /// <summary>The command made this callout.</summary>
    public static async Task ConfirmAsync(CalloutSession session, Command command, AuraCallout told, EntryKind how)
    {
        var callout = await CalloutApply.ReadingAsync(session, told, raisedBy: command.Id);
        Adopt(callout, command);
        await ForgetRaisedElsewhereAsync(session, callout);
        var took = (session.Now - (command.SentAt ?? session.Now)).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        session.Note(callout, new Entry { At = command.AskedAt, Source = EntrySource.Operator, Kind = EntryKind.RaiseAsked, By = command.AskedByName, Detail = command.Reason, CommandId = command.Id });
        session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Console, Kind = how, Detail = took, CommandId = command.Id });
        command.State = CommandState.Confirmed;
        command.CalloutAuraId = callout.AuraId;
    }

    /// <summary>AURA has an older callout, or one of another site: no new one was made.</summary>
    public static async Task JoinAsync(CalloutSession session, Command command, AuraCallout told, CommandNote why) =>
        Join(session, command, await CalloutApply.ReadingAsync(session, told), why);

    public static void Join(CalloutSession session, Command command, Callout callout, CommandNote why)
    {
        session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Operator, Kind = EntryKind.RaiseJoined, By = command.AskedByName, Detail = command.IncidentNumber, CommandId = command.Id });
        command.State = CommandState.Joined;
        command.Note = why;
        command.CalloutAuraId = callout.AuraId;
    }

    private static void Adopt(Callout callout, Command command)
    {
        callout.RaisedByCommandId = command.Id;
        callout.IncidentNumber ??= command.IncidentNumber;
        callout.ResponseTypeId ??= command.ResponseTypeId;
        callout.ClassificationId ??= command.ClassificationId;
        callout.InternalTest ??= command.InternalTest;
        if (callout.SiteId is not null || command.Site is not { } site)
            return;
        callout.Site = site;
        callout.SiteId = site.Id;
        callout.SiteAuraId ??= site.AuraId;
        callout.SiteName = site.DisplayName;
        callout.Reference = site.Reference;
        callout.Address ??= site.Address;
        callout.Latitude ??= site.Latitude;
        callout.Longitude ??= site.Longitude;
    }

    /// <summary>A delivery or poll may have seen the callout before the answer came, and could not know that it is ours.</summary>
    private static async Task ForgetRaisedElsewhereAsync(CalloutSession session, Callout callout)
    {
        if (callout.Id == 0)
            return;
        var wrong = await session.Db.Entries.Where(e => e.CalloutId == callout.Id && e.Kind == EntryKind.RaisedElsewhere).ToListAsync(session.CancellationToken);
        session.Db.Entries.RemoveRange(wrong);
    }
}
