using AuraConsole.Web.Data;
using AuraConsole.Web.Live.Clocks;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Clocks;

/// <summary>Puts the shipped presets into an empty table, and the table into memory, before the first request.</summary>
internal sealed class ClockStartup(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, StageClocks clocks) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (!await db.StageClockPresets.AnyAsync(cancellationToken))
            {
                db.StageClockPresets.AddRange(ShippedPresets.All);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
        await clocks.LoadAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
