using AuraConsole.Web.Data;
using AuraConsole.Web.Features.Escalations.Rules;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Escalations;

/// <summary>Puts the shipped rules into a console that has never had any, and rules and open firings into memory, before the first request.</summary>
internal sealed class EscalationStartup(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, EscalationBook book) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            // whoever deleted all rules does not find them again after a restart
            if (!await db.EscalationRules.AnyAsync(cancellationToken)
                && !await db.AuditRecords.AnyAsync(record => record.Kind == EscalationKinds.RuleDeleted, cancellationToken))
            {
                db.EscalationRules.AddRange(ShippedRules.All);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
        await book.LoadAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
