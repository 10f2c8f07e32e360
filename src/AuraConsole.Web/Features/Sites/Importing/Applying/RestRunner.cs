using System.Security.Claims;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.History;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.SiteCare;

namespace AuraConsole.Web.Features.Sites.Importing.Applying;

/// <summary>
/// Sends the rows of a run, one by one, by the same commands as the forms. A row is Sending on disk before it leaves; one found so is
/// settled by looking at AURA, and sent again only when AURA is seen not to have it.
/// </summary>
public sealed class RestRunner(ImportLedger ledger, SiteCommands commands, SiteRows rows, SiteLook look, TimeProvider time)
{
    /// <summary>How often a row is sent before it counts as refused, when AURA never has it afterwards.</summary>
    public const int MostAttempts = 3;

    /// <summary>Takes one row a step further.</summary>
    /// <returns>Whether AURA could be asked: false means wait before the next step.</returns>
    public Task<bool> StepAsync(ImportRun run, ImportRunRow row) =>
        row.State == ImportRowState.Sending ? SettleAsync(run, row) : SendAsync(run, row);

    private async Task<bool> SendAsync(ImportRun run, ImportRunRow row)
    {
        var site = row.SiteId is { } id ? await rows.FindAsync(id, CancellationToken.None) : null;
        if (row.Kind != ImportRowKind.Add && (site is null or { DeletedAt: not null } || site.Version != row.SiteVersion))
            return await EndAsync(row, ImportRowState.ChangedMeanwhile, null);
        await ledger.RowAsync(row.Id, one => (one.State, one.At, one.Attempts) = (ImportRowState.Sending, time.GetUtcNow(), one.Attempts + 1));
        var user = Starter(run);
        var result = row.Kind switch
        {
            ImportRowKind.Add => await commands.RegisterAsync(Details(run, row, null), user, CancellationToken.None),
            ImportRowKind.Change => await commands.EditAsync(site!.Id, site.Version, Details(run, row, site), user, CancellationToken.None),
            _ => await commands.DeleteAsync(site!.Id, site.Version, user, CancellationToken.None),
        };
        return await TakeAsync(row, result);
    }

    private async Task<bool> TakeAsync(ImportRunRow row, SiteResult result)
    {
        var message = result.Failure?.AuraMessage;
        switch (result.Outcome)
        {
            case SiteOutcome.Done:
                return await EndAsync(row, ImportRowState.Done, null);
            case SiteOutcome.FoundDone:
                return await EndAsync(row, ImportRowState.FoundDone, null);
            case SiteOutcome.Unknown:
                // it stays Sending: the next step looks at AURA
                return false;
            case SiteOutcome.FoundNotDone:
                return await AgainAsync(row, message, result.Site?.Version);
            case SiteOutcome.Refused when result.Failure?.Kind is AuraErrorKind.Unavailable or AuraErrorKind.RateLimited:
                await ledger.RowAsync(row.Id, static one => (one.State, one.Attempts) = (ImportRowState.Waiting, one.Attempts - 1));
                return false;
            case SiteOutcome.Refused when result.Failure?.Kind is AuraErrorKind.Unauthorised:
                await ledger.RowAsync(row.Id, static one => (one.State, one.Attempts) = (ImportRowState.Waiting, one.Attempts - 1));
                await ledger.ChangeAsync(row.RunId, static run => Pause(run));
                return true;
            case SiteOutcome.Refused:
                return await EndAsync(row, ImportRowState.Refused, message);
            default:
                return await EndAsync(row, ImportRowState.ChangedMeanwhile, message);
        }
    }

    private async Task<bool> SettleAsync(ImportRun run, ImportRunRow row)
    {
        var site = row.SiteId is { } id ? await rows.FindAsync(id, CancellationToken.None) : null;
        var (isKnown, told) = row.Kind == ImportRowKind.Add
            ? await look.ByReferenceAsync(row.Reference)
            : await look.ByIdAsync(row.AuraId ?? 0);
        if (!isKnown)
            return false;
        var sent = row.Kind == ImportRowKind.Remove ? null : SiteMembers.Of(Details(run, row, site));
        if (told is null)
        {
            if (row.Kind == ImportRowKind.Add)
                return await AgainAsync(row, null, null);
            if (site is { DeletedAt: null })
                await rows.MarkDeletedAsync(site.Id, Settled(run, SiteAudit.Deleted));
            return await EndAsync(row, row.Kind == ImportRowKind.Remove ? ImportRowState.FoundDone : ImportRowState.ChangedMeanwhile, null);
        }

        var before = site is null ? null : SiteMembers.Of(site);
        var kept = await rows.KeepAsync(told, before ?? sent, Settled(run, row.Kind == ImportRowKind.Add ? SiteAudit.Registered : SiteAudit.Edited));
        // AURA may tidy what it takes, so anything but the former state is the new one
        var isAsBefore = row.Kind == ImportRowKind.Remove || (row.Kind == ImportRowKind.Change && SiteMembers.Of(kept) == before && before != sent);
        return isAsBefore ? await AgainAsync(row, null, kept.Version) : await EndAsync(row, ImportRowState.FoundDone, null);
    }

    /// <summary>In the name of whoever began the run.</summary>
    private static SiteChange Settled(ImportRun run, string kind) => new(new Operator(run.StartedById, run.StartedByName), kind, IsSettled: true);

    /// <summary>AURA was seen not to have it, so that sending it again repeats nothing.</summary>
    private async Task<bool> AgainAsync(ImportRunRow row, string? message, Guid? version)
    {
        if (row.Attempts + 1 > MostAttempts)
            return await EndAsync(row, ImportRowState.Refused, message);
        await ledger.RowAsync(row.Id, one => (one.State, one.SiteVersion) = (ImportRowState.Waiting, version ?? one.SiteVersion));
        return true;
    }

    private async Task<bool> EndAsync(ImportRunRow row, ImportRowState state, string? message)
    {
        var isDone = state is ImportRowState.Done or ImportRowState.FoundDone;
        await ledger.RowAsync(
            row.Id,
            one => (one.State, one.Note, one.At) = (state, Text.Cut(message, ImportRunRow.NoteLength), time.GetUtcNow()),
            isDone ? 1 : 0,
            isDone ? 0 : 1);
        return true;
    }

    private static bool Pause(ImportRun run)
    {
        if (run.State != ImportRunState.Running)
            return false;
        (run.State, run.Note) = (ImportRunState.Paused, ImportNote.Unauthorised);
        return true;
    }

    /// <summary>The site as it shall be: what no column holds stays as it is here, which is as AURA has it.</summary>
    private static SiteDetails Details(ImportRun run, ImportRunRow row, Site? site)
    {
        var wanted = ImportJson.ReadSite(row.Wanted!);
        var held = run.Held.Split(',').ToHashSet(StringComparer.Ordinal);
        return new SiteDetails
        {
            Reference = row.Reference,
            Latitude = wanted.Latitude,
            Longitude = wanted.Longitude,
            Name = Holds(ImportField.Name) ? wanted.Name : site?.Name,
            Address = Holds(ImportField.Address) ? wanted.Address : site?.Address,
            AdditionalInformation = Holds(ImportField.Information) ? wanted.Information : site?.AdditionalInformation,
            W3w = Holds(ImportField.W3w) ? wanted.W3w : site?.W3w,
            TypeId = Holds(ImportField.Type) ? wanted.TypeId : site?.TypeId,
            CustomerId = site?.CustomerAuraId,
        };

        bool Holds(ImportField member) => held.Contains(member.ToString());
    }

    /// <summary>A run goes on without its browser, in the name of the admin who started it.</summary>
    private static ClaimsPrincipal Starter(ImportRun run) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, run.StartedById),
            new Claim(ConsoleClaims.DisplayNameType, run.StartedByName),
            new Claim(ClaimTypes.Role, Roles.Admin),
        ],
        "import"));
}
