using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Clocks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AuraConsole.Web.Apply;

/// <summary>What history looks for in a callout and nobody tells: how it ended, and which of its clocks were breached.</summary>
internal static class HistoryFacts
{
    /// <summary>Inside the write. The clocks of one that stays closed are not judged again: presets that change later rewrite no history.</summary>
    public static void Keep(EntityEntry<Callout> entry, BoardRow row, ClockPreset preset, DateTimeOffset now)
    {
        entry.Property(callout => callout.Outcome).CurrentValue = Outcomes.Of(entry.Entity);
        var wasClosed = entry.State != EntityState.Added && entry.Property(callout => callout.Stage).OriginalValue == CalloutStage.Closed;
        if (wasClosed && !entry.Entity.IsActive)
            return;
        var breached = Breached(row, preset, now);
        entry.Property(callout => callout.BreachedPhases).CurrentValue = breached;
        entry.Property(callout => callout.IsBreached).CurrentValue = breached != 0;
    }

    /// <summary>One bit for each phase whose clock is breached by then.</summary>
    public static int Breached(BoardRow row, ClockPreset preset, DateTimeOffset now)
    {
        var breached = 0;
        foreach (var phase in Enum.GetValues<ClockPhase>())
        {
            var clock = CalloutClocks.Of(row, preset, phase);
            if (clock.Since is not null && clock.At(now) == ClockState.Breached)
                breached |= 1 << (int)phase;
        }
        return breached;
    }
}
