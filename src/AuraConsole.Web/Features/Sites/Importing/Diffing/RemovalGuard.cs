namespace AuraConsole.Web.Features.Sites.Importing.Diffing;

/// <summary>Removals above a threshold need a second admin.</summary>
public static class RemovalGuard
{
    /// <summary>Either limit is enough.</summary>
    public static bool Stops(int removals, int sitesBefore, FullSyncGuardOptions limits) =>
        removals > 0 && (removals > limits.MostRemoved || removals * 100d > limits.MostRemovedPercent * sitesBefore);
}
