using System.Text;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Customers.Changing;

/// <summary>Where an erased customer is named besides the own row, each blanked in the transaction of the erasure.</summary>
internal static class CustomerTracesHere
{
    public static async Task<List<Callout>> CalloutsAsync(CalloutSession session, Customer customer, ErasedNames names)
    {
        var ids = await session.Db.Callouts.Where(one => one.CustomerAuraId == customer.AuraId).Select(static one => one.AuraId).ToListAsync();
        await session.LoadAsync(ids);
        var callouts = new List<Callout>(ids.Count);
        foreach (var id in ids)
        {
            var callout = (await session.FindAsync(id))!;
            callout.CustomerName = null;
            callout.LastEntryDetail = names.In(callout.LastEntryDetail);
            callout.IncidentNumber = names.In(callout.IncidentNumber);
            await EntriesAsync(session.Db, callout, names);
            session.Touch(callout);
            callouts.Add(callout);
        }
        var commands = await session.Db.Commands
            .Where(one => one.CustomerAuraId == customer.AuraId || (one.CalloutAuraId != null && ids.Contains(one.CalloutAuraId.Value))).ToListAsync();
        foreach (var command in commands)
            (command.Reason, command.AuraMessage, command.IncidentNumber) = (names.In(command.Reason), names.In(command.AuraMessage), names.In(command.IncidentNumber));
        return callouts;
    }

    /// <summary>Deliveries about the customer, the subscriptions and the callouts keep their event and id.</summary>
    public static async Task<int> DeliveriesAsync(ConsoleDbContext db, Customer customer, IReadOnlyCollection<long> callouts, ErasedNames names)
    {
        var subscriptions = await db.CustomerSubscriptions.Where(one => one.CustomerAuraId == customer.AuraId).Select(static one => one.AuraId).ToListAsync();
        var told = await db.Deliveries
            .Where(one => (one.EntityKind == "customer" && one.EntityId == customer.AuraId)
                || (one.EntityKind == "subscription" && one.EntityId != null && subscriptions.Contains(one.EntityId.Value))
                || (one.EntityKind == "callout" && one.EntityId != null && callouts.Contains(one.EntityId.Value)))
            .ToListAsync();
        var naming = told.FindAll(one => one.EntityKind == "customer" || names.Holds(Encoding.UTF8.GetString(one.Body)));
        naming.ForEach(CustomerTraces.Blank);
        return naming.Count;
    }

    /// <summary>What was planned stays, with its times; where the customer was visited and whom to ask for there does not.</summary>
    public static async Task<int> PatrolsAsync(ConsoleDbContext db, Customer customer, ErasedNames names)
    {
        var patrols = await db.Patrols.Include(one => one.Commands).Include(one => one.Occurrences.Where(visit => visit.Note != null))
            .Where(one => one.CustomerAuraId == customer.AuraId).ToListAsync();
        foreach (var patrol in patrols)
        {
            (patrol.Name, patrol.Instructions, patrol.Contacts) = (names.In(patrol.Name)!, names.In(patrol.Instructions), names.In(patrol.Contacts));
            patrol.Occurrences.ForEach(visit => visit.Note = names.In(visit.Note));
            foreach (var command in patrol.Commands)
            {
                (command.Reason, command.AuraMessage, command.SettledText) = (names.In(command.Reason), names.In(command.AuraMessage), names.In(command.SettledText));
                command.Body = patrol.SiteId is null ? null : names.In(command.Body);
            }
            if (patrol.SiteId is not null)
                continue;
            patrol.CustomerName = Say.With(CustomersText.ErasedTitle, customer.AuraId);
            (patrol.Instructions, patrol.Contacts, patrol.Address, patrol.Latitude, patrol.Longitude) = (null, null, null, null, null);
        }
        return patrols.Count;
    }

    public static async Task<int> DraftsAsync(ConsoleDbContext db, ErasedNames names)
    {
        var naming = (await db.Drafts.ToListAsync()).FindAll(draft => names.SurelyIn(draft.Body));
        db.Drafts.RemoveRange(naming);
        return naming.Count;
    }

    private static async Task EntriesAsync(ConsoleDbContext db, Callout callout, ErasedNames names)
    {
        foreach (var entry in await db.Entries.Where(one => one.CalloutId == callout.Id).ToListAsync())
            (entry.Detail, entry.Remark, entry.By) = (names.In(entry.Detail), names.In(entry.Remark), entry.Source == EntrySource.Operator ? entry.By : names.In(entry.By));
        if (await db.Closures.FirstOrDefaultAsync(one => one.CalloutId == callout.Id) is not { } closure)
            return;
        (closure.Summary, closure.Outcome, closure.Report) = (names.In(closure.Summary), names.In(closure.Outcome), names.In(closure.Report));
        (closure.RatingDetails, closure.RatingRemark) = (names.In(closure.RatingDetails), names.In(closure.RatingRemark));
    }
}
