namespace AuraConsole.Web.Features.Patrols.Pages;

internal static partial class PatrolLog
{
    [LoggerMessage(1, LogLevel.Error, "What a page of patrols was asked to do failed")]
    public static partial void Failed(ILogger logger, Exception failure);
}
