using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live.Clocks;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Clocks;

/// <summary>Reads and changes the presets on an admin's word; after each change every board goes by it.</summary>
public sealed class ClockCommands(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, StageClocks clocks)
{
    public async Task<IReadOnlyList<StageClockPreset>> PresetsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.StageClockPresets.AsNoTracking().OrderBy(preset => preset.Name).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<StageClockAssignment>> AssignmentsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.StageClockAssignments.AsNoTracking().OrderBy(assignment => assignment.ResponseType).ToListAsync(cancellationToken);
    }

    /// <summary>Saves a preset; a null <paramref name="id"/> makes a new one.</summary>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public Task<ClockResult> SaveAsync(int? id, Guid opened, PresetInput input, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Demand(user);
        if (PresetRules.Check(input).Count > 0)
            return Task.FromResult(new ClockResult(ClockOutcome.Faulty));
        return WriteAsync(async db =>
        {
            var preset = id is null ? new StageClockPreset { Name = "" } : await db.StageClockPresets.FirstOrDefaultAsync(p => p.Id == id, cancellationToken);
            if (preset is null)
                return new ClockResult(ClockOutcome.Gone);
            if (id is not null && preset.Version != opened)
                return new ClockResult(ClockOutcome.ChangedMeanwhile, preset);
            var name = input.Name.Trim();
            if (await db.StageClockPresets.AnyAsync(p => p.Name == name && p.Id != preset.Id, cancellationToken))
                return new ClockResult(ClockOutcome.NameTaken);
            input.WriteTo(preset);
            preset.Version = Guid.NewGuid();
            if (id is null)
                db.StageClockPresets.Add(preset);
            // a default is replaced, never just given up
            if (input.IsDefault && !preset.IsDefault)
                await MakeDefaultAsync(db, preset, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await AuditAsync(db, user, id is null ? "clock.added" : "clock.changed", $"clock:{preset.Id}", preset.Name, cancellationToken);
            return new ClockResult(ClockOutcome.Done, preset);
        }, cancellationToken);
    }

    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public Task<ClockResult> DeleteAsync(int id, Guid opened, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Demand(user);
        return WriteAsync(async db =>
        {
            if (await db.StageClockPresets.FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } preset)
                return new ClockResult(ClockOutcome.Gone);
            if (preset.Version != opened)
                return new ClockResult(ClockOutcome.ChangedMeanwhile, preset);
            if (preset.IsDefault || await db.StageClockAssignments.AnyAsync(a => a.PresetId == id, cancellationToken))
                return new ClockResult(ClockOutcome.InUse, preset);
            db.StageClockPresets.Remove(preset);
            await AuditAsync(db, user, "clock.removed", $"clock:{id}", preset.Name, cancellationToken);
            return new ClockResult(ClockOutcome.Done);
        }, cancellationToken);
    }

    /// <summary>Gives a response type a preset; null for the default.</summary>
    /// <param name="responseType">As AURA names it.</param>
    /// <param name="responseTypeId">AURA's id, when it is known.</param>
    /// <param name="seen">The preset the admin saw there: another one since then is not replaced.</param>
    /// <param name="presetId">The new one.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public Task<AssignResult> AssignAsync(
        string responseType, int? responseTypeId, int? seen, int? presetId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Demand(user);
        var type = responseType.Trim();
        if (type.Length is 0 or > Callout.TextLength)
            return Task.FromResult(new AssignResult(ClockOutcome.Faulty, seen));
        return WriteAsync(async db =>
        {
            var known = await db.StageClockAssignments.FirstOrDefaultAsync(a => a.ResponseType == type, cancellationToken);
            if (known?.PresetId != seen)
                return new AssignResult(ClockOutcome.ChangedMeanwhile, known?.PresetId);
            if (presetId is not null && !await db.StageClockPresets.AnyAsync(p => p.Id == presetId, cancellationToken))
                return new AssignResult(ClockOutcome.Gone, known?.PresetId);
            if (known is null && presetId is not null)
                db.StageClockAssignments.Add(known = new StageClockAssignment { ResponseType = type });
            if (presetId is { } preset)
                (known!.PresetId, known.ResponseTypeId, known.Version) = (preset, responseTypeId ?? known.ResponseTypeId, Guid.NewGuid());
            else if (known is not null)
                db.StageClockAssignments.Remove(known);
            await AuditAsync(db, user, "clock.assigned", presetId is null ? "clock:default" : $"clock:{presetId}", type, cancellationToken);
            return new AssignResult(ClockOutcome.Done, presetId);
        }, cancellationToken);
    }

    private async Task AuditAsync(ConsoleDbContext db, ClaimsPrincipal user, string kind, string subject, string detail, CancellationToken cancellationToken)
    {
        await audit.AddAsync(db, Operator.From(user), new AuditNote(kind, subject, detail), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task MakeDefaultAsync(ConsoleDbContext db, StageClockPreset preset, CancellationToken cancellationToken)
    {
        foreach (var other in await db.StageClockPresets.Where(p => p.IsDefault).ToListAsync(cancellationToken))
            (other.IsDefault, other.Version) = (false, Guid.NewGuid());
        preset.IsDefault = true;
    }

    private static void Demand(ClaimsPrincipal user)
    {
        if (!user.IsInRole(Roles.Admin))
            throw new UnauthorizedAccessException("Changing stage clocks needs an admin.");
    }

    private async Task<T> WriteAsync<T>(Func<ConsoleDbContext, Task<T>> change, CancellationToken cancellationToken)
    {
        T result;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            result = await change(db);
            await transaction.CommitAsync(CancellationToken.None);
        }
        await clocks.LoadAsync(CancellationToken.None);
        return result;
    }
}
