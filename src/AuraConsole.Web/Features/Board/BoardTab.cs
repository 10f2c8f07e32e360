namespace AuraConsole.Web.Features.Board;

/// <summary>Which callouts the queue shows.</summary>
public enum BoardTab
{
    /// <summary>Active and unclaimed.</summary>
    New,
    Mine,
    All,
    Closed,
}
