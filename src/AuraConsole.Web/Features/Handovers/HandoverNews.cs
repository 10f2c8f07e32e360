using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Handovers;

/// <summary>Rings when a handover was signed, confirmed or withdrawn.</summary>
public sealed class HandoverNews(TimeProvider time, ILogger<HandoverNews> logger)
{
    public LiveFeed Feed { get; } = new(time, logger);
}
