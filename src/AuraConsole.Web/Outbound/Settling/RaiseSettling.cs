using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Outbound.Settling;

/// <summary>Settles a raise whose answer was lost, by what is on disk here and what AURA lists.</summary>
public sealed class RaiseSettling(CommandJournal journal, IOptions<OutboundOptions> options)
{
    /// <summary>Whether the callout came in by itself, by a delivery or a poll.</summary>
    public Task<CommandView> FromDatabaseAsync(Guid id, CancellationToken cancellationToken) =>
        journal.ChangeAsync(id, async (session, raise) => await TryFindHereAsync(session, raise), cancellationToken);

    public Task<CommandView> FromLookAsync(Guid id, ActiveLook look, DateTimeOffset? lastGoodLook, CancellationToken cancellationToken) =>
        journal.ChangeAsync(id, async (session, raise) =>
        {
            if (await TryFindHereAsync(session, raise))
                return;
            var before = Patience.InSightUntil(raise, lastGoodLook);
            raise.FirstLookAt ??= look.At;
            await TakeInAsync(session, raise, look, before);
        }, cancellationToken);

    /// <summary>True when there is nothing left to do in this round.</summary>
    private static async Task<bool> TryFindHereAsync(CalloutSession session, Command raise)
    {
        if (raise.State != CommandState.Unknown || raise is { Site: null, CustomerAuraId: null })
            return true;
        // a new callout may be that one's; its answer comes soon and tells
        if (await RaiseOutcome.OtherRaiseAsync(session, raise, CommandState.Sending))
            return true;
        if (await RaiseOutcome.AppearedAfterAsync(session, raise) is not { } callout)
            return false;
        await RaiseOutcome.ConfirmAsync(session, raise, callout, EntryKind.RaiseFound);
        return true;
    }

    private async Task TakeInAsync(CalloutSession session, Command raise, ActiveLook look, DateTimeOffset inSightUntil)
    {
        var nameless = false;
        Callout? older = null;
        foreach (var told in look.Callouts)
        {
            var known = await session.FindAsync(told.Id);
            var isOlder = RaiseRules.IsOlder(raise, known, told);
            var isHere = RaiseRules.IsFor(raise, told, known);
            nameless |= isHere is null && !isOlder;
            if (isHere != true)
                continue;
            if (!isOlder)
            {
                var made = await CalloutApply.ReadingAsync(session, told, raise.Id);
                await RaiseOutcome.ConfirmAsync(session, raise, made, EntryKind.RaiseFound);
                return;
            }
            older = await CalloutApply.ReadingAsync(session, told);
            CalloutApply.Listed(session, older, told);
        }
        await ConcludeAsync(session, raise, look, inSightUntil, nameless, older);
    }

    /// <summary>Nothing new at AURA. Only an unbroken view over the whole window makes that mean "not done".</summary>
    private async Task ConcludeAsync(CalloutSession session, Command raise, ActiveLook look, DateTimeOffset inSightUntil, bool nameless, Callout? older)
    {
        if (raise.NeedsPerson)
            return;
        if (look.At - inSightUntil > Patience.Blind)
        {
            raise.NeedsPerson = true;
            return;
        }
        if (!Patience.IsOver(raise, look.At, options.Value.SettleWindow))
            return;
        if (nameless)
            raise.NeedsPerson = true;
        else if ((!raise.Insisted || raise.CustomerAuraId is not null) && older is not null && RaiseRules.Serves(older, raise))
            await RaiseOutcome.JoinAsync(session, raise, older, CommandNote.ExistingAtAura);
        else
            (raise.State, raise.Note) = (CommandState.NotSent, CommandNote.NothingAtAura);
    }
}
