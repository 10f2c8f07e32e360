using System.Globalization;
using Microsoft.AspNetCore.Components.Web;

namespace AuraConsole.Web.Components.Layout;

/// <summary>Keeps a page's failure to that page, and gives the operator a reference that finds it in the log.</summary>
public sealed partial class PageErrorBoundary(ILogger<PageErrorBoundary> logger) : ErrorBoundary
{
    public string? Reference { get; private set; }

    protected override Task OnErrorAsync(Exception exception)
    {
        Reference = Random.Shared.Next(0x1000_0000, int.MaxValue).ToString("X8", CultureInfo.InvariantCulture);
        Log.PageFailed(logger, exception, Reference);
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A page failed; the operator was shown reference {Reference}")]
        public static partial void PageFailed(ILogger logger, Exception exception, string reference);
    }
}
