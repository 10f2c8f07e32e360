using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Patrols.Scheduling;

/// <summary>At start, whatever is not settled belongs to a process that ended: what did not leave never will, the rest is unknown.</summary>
internal sealed class PatrolTakeOver(PatrolJournal journal, PatrolRuns runs) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => journal.WriteAsync(async turn =>
    {
        var open = await turn.Db.PatrolCommands.Include(c => c.Patrol)
            .Where(c => c.State == CommandState.Recorded || c.State == CommandState.Sending).ToListAsync(cancellationToken);
        foreach (var command in open)
        {
            if (command.State == CommandState.Recorded)
                command.Note = PatrolNote.StoppedBefore;
            turn.Set(command, command.State == CommandState.Recorded ? CommandState.NotSent : CommandState.Unknown);
            await turn.AuditAsync(null, PatrolKinds.AnswerLost, command.PatrolId, $"{command.Kind}: {command.State} after a restart");
        }
        return open.Count;
    }, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => runs.DrainAsync(cancellationToken);
}
