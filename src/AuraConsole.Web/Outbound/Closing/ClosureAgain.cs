using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound.Closing;

/// <summary>A person wants AURA to be asked once more for a report that was given up.</summary>
public sealed class ClosureAgain(CalloutWriter writer, ClosureDoorbell doorbell)
{
    public async Task AskAsync(long calloutId, Operator by, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(by, async session =>
        {
            if (await session.FindAsync(calloutId) is not { } callout
                || await session.Db.Closures.FirstOrDefaultAsync(c => c.CalloutId == callout.Id, session.CancellationToken) is not { IsComplete: false } closure)
            {
                return false;
            }
            (closure.Attempts, closure.NextAttemptAt) = (0, session.Now);
            session.Touch(callout);
            return true;
        }, cancellationToken);
        doorbell.Ring();
    }
}
