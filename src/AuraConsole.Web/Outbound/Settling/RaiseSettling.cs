using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Outbound.Settling;

/// <summary>Finds out whether a raise whose answer was lost made a callout: here, then among AURA's active ones.</summary>
public sealed class RaiseSettling(ICalloutsApi callouts, CommandJournal journal, UpstreamStatus upstream, IOptions<OutboundOptions> options)
{
    /// <summary>So long after sending, a callout may have come and gone: finding nothing no longer proves anything.</summary>
    public static readonly TimeSpan ProofEnds = TimeSpan.FromMinutes(5);

    /// <exception cref="Integration.Http.AuraApiException">AURA could not be looked at.</exception>
    public async Task LookAsync(Guid commandId, CancellationToken cancellationToken)
    {
        var listed = await callouts.ListActiveAsync(cancellationToken);
        upstream.GoodPoll();
        await journal.ChangeAsync(commandId, (session, command) => DecideAsync(session, command, listed), cancellationToken);
    }

    private async Task DecideAsync(CalloutSession session, Command command, IReadOnlyList<AuraCallout> listed)
    {
        command.FirstLookAt ??= session.Now;
        var ofSite = listed.Where(told => IsOf(command.Site!, told)).OrderBy(told => told.CreatedAt).ToList();
        foreach (var told in ofSite)
        {
            if (RaiseOutcome.Existed(command, told, await session.FindAsync(told.Id)))
                continue;
            await RaiseOutcome.ConfirmAsync(session, command, told, EntryKind.RaiseFound);
            return;
        }
        if (await SeenSinceAsync(session, command) is { } seen)
            await RaiseOutcome.ConfirmAsync(session, command, new AuraCallout { Id = seen }, EntryKind.RaiseFound);
        else if (session.Now - command.SentAt >= options.Value.SettleWindow)
            await ConcludeAsync(session, command, ofSite.LastOrDefault());
    }

    private static async Task ConcludeAsync(CalloutSession session, Command command, AuraCallout? older)
    {
        if (older is not null && !command.Insisted)
            await RaiseOutcome.JoinAsync(session, command, older, CommandNote.ExistingAtAura);
        else if (session.Now - command.SentAt > ProofEnds)
            command.NeedsPerson = true;
        else
            (command.State, command.Note) = (CommandState.NotSent, CommandNote.NothingAtAura);
    }

    /// <summary>A delivery or the list brought a callout of the site since, and no other command owns it; it may be closed by now.</summary>
    private static Task<long?> SeenSinceAsync(CalloutSession session, Command command) => session.Db.Callouts
        .Where(c => (c.SiteId == command.SiteId || c.SiteAuraId == command.Site!.AuraId) && c.RaisedByCommandId == null && c.FirstSeenAt >= command.SentAt)
        .OrderBy(c => c.FirstSeenAt).Select(c => (long?)c.AuraId).FirstOrDefaultAsync(session.CancellationToken);

    private static bool IsOf(Site site, AuraCallout told) => told.SiteId == site.AuraId
        || (told.Raw.ValueKind == System.Text.Json.JsonValueKind.Object
            && told.Raw.TryGetProperty("externalReferenceId", out var reference) && reference.ValueKind == System.Text.Json.JsonValueKind.String
            && reference.ValueEquals(site.Reference));
}
