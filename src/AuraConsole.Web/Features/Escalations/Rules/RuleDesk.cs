using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Escalations.Rules;

public enum RuleOutcome
{
    Done,
    Faulty,
    ChangedMeanwhile,
    Gone,
    NameTaken,
    TooMany,
}

/// <param name="Outcome">What came of it.</param>
/// <param name="Rule">As it stands now, when it is known.</param>
public sealed record RuleResult(RuleOutcome Outcome, EscalationRule? Rule = null);

/// <summary>Changes the rules on an admin's word; the next look goes by them.</summary>
/// <exception cref="UnauthorizedAccessException">From every method: the user is no admin.</exception>
public sealed class RuleDesk(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, EscalationBook book)
{
    /// <summary>Saves a rule; a null <paramref name="id"/> makes a new one.</summary>
    public Task<RuleResult> SaveAsync(int? id, Guid opened, RuleInput input, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        if (input.Check().Count > 0)
            return Task.FromResult(new RuleResult(RuleOutcome.Faulty));
        return WriteAsync(async db =>
        {
            var rule = id is null ? new EscalationRule { Name = "", Kind = input.Kind } : await db.EscalationRules.FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (rule is null)
                return new RuleResult(RuleOutcome.Gone);
            if (id is not null && rule.Version != opened)
                return new RuleResult(RuleOutcome.ChangedMeanwhile, rule);
            var name = input.Name.Trim();
            if (await db.EscalationRules.AnyAsync(r => r.Name == name && r.Id != rule.Id, cancellationToken))
                return new RuleResult(RuleOutcome.NameTaken);
            if (id is null && await db.EscalationRules.CountAsync(cancellationToken) >= EscalationRule.Most)
                return new RuleResult(RuleOutcome.TooMany);
            input.WriteTo(rule);
            rule.Version = Guid.NewGuid();
            if (id is null)
                db.EscalationRules.Add(rule);
            // the audit names its number
            await db.SaveChangesAsync(cancellationToken);
            await audit.AddAsync(db, by, EscalationKinds.Note(id is null ? EscalationKinds.RuleAdded : EscalationKinds.RuleEdited, rule), cancellationToken);
            return new RuleResult(RuleOutcome.Done, rule);
        }, cancellationToken);
    }

    public Task<RuleResult> DeleteAsync(int id, Guid opened, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        return WriteAsync(async db =>
        {
            if (await db.EscalationRules.FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } rule)
                return new RuleResult(RuleOutcome.Gone);
            if (rule.Version != opened)
                return new RuleResult(RuleOutcome.ChangedMeanwhile, rule);
            db.EscalationRules.Remove(rule);
            await audit.AddAsync(db, by, EscalationKinds.Note(EscalationKinds.RuleDeleted, rule), cancellationToken);
            return new RuleResult(RuleOutcome.Done);
        }, cancellationToken);
    }

    private async Task<RuleResult> WriteAsync(Func<ConsoleDbContext, Task<RuleResult>> change, CancellationToken cancellationToken)
    {
        RuleResult result;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            result = await change(db);
            if (result.Outcome != RuleOutcome.Done)
                return result;
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        await book.LoadAsync(CancellationToken.None);
        return result;
    }
}
