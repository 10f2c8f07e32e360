using AuraConsole.Simulator.State;
using Microsoft.AspNetCore.Http.Features;

namespace AuraConsole.Simulator.Api;

internal static class HttpContextExtensions
{
    private static readonly object Dropped = new();

    /// <summary>The source whose token the request carries.</summary>
    public static SourceState Source(this HttpContext context) => context.Features.GetRequiredFeature<SourceState>();

    /// <summary>Cuts the connection instead of answering.</summary>
    public static void Drop(this HttpContext context)
    {
        context.Items[Dropped] = Dropped;
        context.Abort();
    }

    public static bool WasDropped(this HttpContext context) => context.Items.ContainsKey(Dropped);
}
