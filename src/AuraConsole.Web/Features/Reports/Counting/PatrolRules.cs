using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Reports.Making;

namespace AuraConsole.Web.Features.Reports.Counting;

/// <summary>What of a visit counts as kept.</summary>
internal static class PatrolRules
{
    public static void Count(PatrolCount count, OccurrenceState state, DateTimeOffset? lateAt, DateTimeOffset? missedAt)
    {
        count.Planned++;
        if (state == OccurrenceState.Cancelled)
        {
            count.Cancelled++;
        }
        else if (missedAt is not null || state == OccurrenceState.Missed)
        {
            count.Missed++;
        }
        else if (state is OccurrenceState.Done or OccurrenceState.Started)
        {
            count.Kept++;
            count.Late += lateAt is null ? 0 : 1;
        }
        else
        {
            count.Waiting++;
        }
    }
}
