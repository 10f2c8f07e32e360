using System.Security.Claims;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Patrols.Watching;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Patrols.Scheduling;

/// <summary>What came of asking.</summary>
/// <param name="PatrolId">The patrol; null when nothing was recorded.</param>
/// <param name="State">Where the command stands.</param>
/// <param name="Faults">Why nothing was recorded.</param>
/// <param name="Refusal">Why it was not asked of AURA.</param>
public sealed record PatrolOutcome(int? PatrolId, CommandState? State, IReadOnlyList<PatrolFault> Faults, string? Refusal = null)
{
    public static PatrolOutcome Refused(int? patrolId, string sentence) => new(patrolId, null, [], sentence);
}

/// <summary>Schedules and cancels patrols at AURA. A command is on disk before it leaves, leaves once, and outlives the browser.</summary>
/// <exception cref="UnauthorizedAccessException">From every method: nobody with a role asks.</exception>
/// <exception cref="ArgumentException">From every method: there is no such thing within the user's scope.</exception>
public sealed class PatrolCommands(
    PatrolJournal journal, PatrolSender sender, PatrolLayout layout, Scopes scopes, IOptions<PatrolsOptions> options, TimeProvider time)
{
    public async Task<PatrolOutcome> ScheduleAsync(PatrolRequest asked, ClaimsPrincipal user)
    {
        var (by, scope) = (Operator.From(user), scopes.Of(user));
        var faults = PatrolRules.Check(asked, options.Value, time.GetUtcNow());
        if (faults.Count > 0)
            return new PatrolOutcome(null, null, faults);
        var (patrolId, commandId, known) = await journal.WriteAsync(turn => RecordAsync(turn, asked, by, scope), CancellationToken.None);
        if (known is { } state)
            return new PatrolOutcome(patrolId, state, []);
        var outcome = new PatrolOutcome(patrolId, await sender.SendAsync(commandId), []);
        await layout.LayOutAsync(patrolId, CancellationToken.None);
        return outcome;
    }

    /// <summary>Asks AURA to drop it; two who ask at once make one command.</summary>
    public async Task<PatrolOutcome> CancelAsync(int patrolId, Guid commandId, string reason, ClaimsPrincipal user)
    {
        var (by, scope) = (Operator.From(user), scopes.Of(user));
        var why = reason.Trim();
        if (why.Length is 0 or > Command.ReasonLength)
            return PatrolOutcome.Refused(patrolId, PatrolsText.NeedReason);
        var refusal = await journal.WriteAsync(async turn =>
        {
            var patrol = await turn.PatrolAsync(patrolId, scope);
            if (!patrol.MayCancel)
                return patrol.CancelState is null ? PatrolsText.NothingToCancel : PatrolsText.CancelledByOther;
            var command = New(commandId, patrol, PatrolCommandKind.Cancel, by, turn.Now);
            command.Reason = why;
            turn.Db.PatrolCommands.Add(command);
            turn.Set(command, CommandState.Recorded);
            await turn.AuditAsync(by, PatrolKinds.CancelAsked, patrolId, why);
            return null;
        }, CancellationToken.None);
        return refusal is not null ? PatrolOutcome.Refused(patrolId, refusal) : new PatrolOutcome(patrolId, await sender.SendAsync(commandId), []);
    }

    /// <summary>A person asked AURA by telephone and says how an unknown command ended.</summary>
    /// <param name="commandId">One that is unknown; any other stays as it is.</param>
    /// <param name="done">AURA did it.</param>
    /// <param name="auraId">AURA's id, when it has the patrol: without it nothing could be cancelled.</param>
    /// <param name="note">Whom they asked, for the record.</param>
    /// <param name="user">Who settles it.</param>
    /// <returns>Why not, or null.</returns>
    public Task<string?> SettleAsync(Guid commandId, bool done, string? auraId, string? note, ClaimsPrincipal user)
    {
        var (by, scope) = (Operator.From(user), scopes.Of(user));
        return journal.WriteAsync(async turn =>
        {
            var command = await turn.CommandAsync(commandId);
            await turn.PatrolAsync(command.PatrolId, scope);
            if (command.State != CommandState.Unknown)
                return PatrolsText.SettledAlready;
            var id = auraId?.Trim();
            var schedules = command.Kind == PatrolCommandKind.Schedule;
            if (schedules && done && id is not { Length: > 0 and <= Patrol.RequestIdLength })
                return PatrolsText.NeedAuraId;
            turn.Set(command, done ? CommandState.Confirmed : CommandState.NotSent);
            (command.Note, command.SettledByName) = (PatrolNote.SettledByPerson, Text.Cut(by.Name, Command.NameLength));
            command.SettledText = Text.Cut(note?.Trim(), Command.ReasonLength);
            if (schedules && done)
                command.Patrol.AuraRequestId = id;
            if (schedules != done)
                await turn.CancelVisitsAsync(command.PatrolId);
            await turn.AuditAsync(by, PatrolKinds.Settled, command.PatrolId, $"{command.Kind}: {command.State}\nAURA's id: {command.Patrol.AuraRequestId}");
            return (string?)null;
        }, CancellationToken.None);
    }

    private static async Task<(int PatrolId, Guid CommandId, CommandState? Known)> RecordAsync(PatrolJournal.Turn turn, PatrolRequest asked, Operator by, Scope scope)
    {
        if (await turn.Db.Patrols.Within(scope).FirstOrDefaultAsync(p => p.FormId == asked.FormId, turn.CancellationToken) is { } known)
            return (known.Id, Guid.Empty, known.State);
        var (site, customer) = await WhoseAsync(turn, asked, scope);
        var rule = PatrolRules.RuleOf(asked)!;
        var (first, last) = PatrolWire.Window(rule);
        var isSeries = asked.Repeat != PatrolRepeat.Once;
        var patrol = new Patrol
        {
            FormId = asked.FormId,
            Site = site,
            CustomerAuraId = asked.CustomerAuraId!.Value,
            CustomerName = customer is null ? null : Text.Cut(CustomerMask.Name(customer) ?? Say.With(CalloutText.Customer, customer.AuraId), Patrol.NameLength),
            Address = customer is null ? null : Told(asked.Address),
            Latitude = customer is null ? null : asked.Latitude,
            Longitude = customer is null ? null : asked.Longitude,
            ServiceType = asked.ServiceType,
            Name = asked.Name.Trim(),
            Instructions = Told(asked.Instructions),
            Guards = asked.Guards,
            ArmedPreference = asked.ArmedPreference,
            Contacts = Told(asked.Contacts),
            TimeZoneId = rule.Zone.Id,
            FirstDate = asked.FirstDate!.Value,
            StartTime = asked.StartTime!.Value,
            Minutes = rule.Minutes,
            Repeat = asked.Repeat,
            Every = isSeries ? rule.Every : 1,
            Days = asked.Repeat == PatrolRepeat.Weekly ? asked.Days : PatrolDays.None,
            LastDate = isSeries ? asked.LastDate : null,
            Count = isSeries ? asked.Count : null,
            ReplacesId = asked.ReplacesId,
            AskedByName = Text.Cut(by.Name, Command.NameLength)!,
            AskedAt = turn.Now,
            FirstStart = first,
            LastEnd = last,
        };
        turn.Db.Patrols.Add(patrol);
        await turn.Db.SaveChangesAsync(turn.CancellationToken);
        var command = New(Guid.NewGuid(), patrol, PatrolCommandKind.Schedule, by, turn.Now);
        command.Body = Text.Cut(ScheduledServiceText.Of(PatrolWire.Of(patrol)), PatrolCommand.BodyLength);
        turn.Db.PatrolCommands.Add(command);
        turn.Set(command, CommandState.Recorded);
        if (site is not null && site.TimeZoneId != rule.Zone.Id)
        {
            await turn.AuditAsync(by, new(PatrolKinds.SiteZone, $"site:{site.Id}", $"{site.TimeZoneId ?? "none"} -> {rule.Zone.Id}"));
            site.TimeZoneId = rule.Zone.Id;
        }
        await turn.AuditAsync(by, PatrolKinds.Asked, patrol.Id, $"{(site is null ? $"Customer of AURA: {patrol.CustomerAuraId}" : $"Site: {site.Id}")}\nFrom: {first:O}\nTo: {last:O}\nRepeats: {patrol.Repeat}");
        return (patrol.Id, command.Id, null);
    }

    /// <summary>The site, or the customer who has none; each only within the scope, and customers belong to no group.</summary>
    private static async Task<(Site? Site, Customer? Customer)> WhoseAsync(PatrolJournal.Turn turn, PatrolRequest asked, Scope scope)
    {
        if (asked.ForCustomer)
        {
            var customer = scope.Covers(null) ? await turn.CustomerAsync(asked.CustomerAuraId) : null;
            return (null, customer ?? throw new ArgumentException("There is no such customer.", nameof(asked)));
        }
        var site = await turn.Db.Sites.FirstOrDefaultAsync(s => s.Id == asked.SiteId && s.DeletedAt == null, turn.CancellationToken);
        return site is not null && scope.Covers(site.GroupId) ? (site, null) : throw new ArgumentException("There is no such site.", nameof(asked));
    }

    private static PatrolCommand New(Guid id, Patrol patrol, PatrolCommandKind kind, Operator by, DateTimeOffset now) => new()
    {
        Id = id,
        Patrol = patrol,
        PatrolId = patrol.Id,
        Kind = kind,
        AskedById = by.Id,
        AskedByName = Text.Cut(by.Name, Command.NameLength)!,
        AskedAt = now,
    };

    private static string? Told(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}
