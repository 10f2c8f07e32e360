using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound;

/// <summary>The only way a command changes: committed first, then shown and counted. A settled command never changes again.</summary>
public sealed class CommandJournal(
    CalloutWriter writer, IDbContextFactory<ConsoleDbContext> contexts, CommandBoard board, AuditLog audit, ConsoleMeters meters)
{
    /// <summary>Puts a new command on disk. False when that id is there already: it is the same command, asked again.</summary>
    public async Task<bool> RecordAsync(Guid id, Operator by, Func<CalloutSession, Task<Command>> make, CancellationToken cancellationToken)
    {
        var view = await writer.WriteAsync(by, async session =>
        {
            if (await session.Db.Commands.AnyAsync(c => c.Id == id, session.CancellationToken))
                return null;
            var command = await make(session);
            command.AskedAt = session.Now;
            session.Db.Commands.Add(command);
            await audit.AddAsync(session.Db, by, new AuditNote(CalloutAudit.CommandAsked, CalloutAudit.Subject(id), CalloutAudit.Told(command)), session.CancellationToken);
            return CommandView.Of(command);
        }, cancellationToken);
        if (view is not null)
            board.Publish(view);
        return view is not null;
    }

    /// <summary>Changes an open command, and what hangs on it, in one transaction.</summary>
    /// <exception cref="ArgumentException">There is no such command.</exception>
    public Task<CommandView> ChangeAsync(Guid id, Func<CalloutSession, Command, Task> change, CancellationToken cancellationToken) =>
        ChangeAsync(id, null, Scope.Everything, change, cancellationToken);

    /// <summary>The same for a person, who may settle only commands that the scope covers.</summary>
    /// <exception cref="ArgumentException">There is no such command to be seen.</exception>
    public async Task<CommandView> ChangeAsync(Guid id, Operator? by, Scope scope, Func<CalloutSession, Command, Task> change, CancellationToken cancellationToken)
    {
        var (before, after) = await writer.WriteAsync(async session =>
        {
            var command = await WithSites(session.Db).FirstOrDefaultAsync(c => c.Id == id, session.CancellationToken) ?? throw Missing(id);
            var before = CommandView.Of(command);
            if (!scope.Covers(before.SiteGroupId))
                throw Missing(id);
            if (!command.IsOpen)
                return (before, before);
            await change(session, command);
            if (!command.IsOpen)
            {
                command.SettledAt = session.Now;
                command.NeedsPerson = false;
                await audit.AddAsync(session.Db, by, new AuditNote(CalloutAudit.CommandSettled, CalloutAudit.Subject(id), CalloutAudit.Told(command)), session.CancellationToken);
            }
            return (before, CommandView.Of(command));
        }, cancellationToken);
        if (after != before)
            board.Publish(after);
        if (before.IsOpen && !after.IsOpen)
            meters.Command(after.Kind.ToString(), after.State.ToString());
        return after;
    }

    /// <exception cref="ArgumentException">There is no such command.</exception>
    public async Task<CommandView> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return CommandView.Of(await WithSites(db).AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw Missing(id));
    }

    private static IQueryable<Command> WithSites(ConsoleDbContext db) => db.Commands.Include(c => c.Site);

    private static ArgumentException Missing(Guid id) => new($"There is no command {id}.", nameof(id));
}
