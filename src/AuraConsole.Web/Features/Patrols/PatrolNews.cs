using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Patrols;

/// <summary>Rings when patrols or visits have changed.</summary>
public sealed class PatrolNews(TimeProvider time, ILogger<PatrolNews> logger)
{
    public LiveFeed Feed { get; } = new(time, logger);
}
