namespace AuraConsole.Web.Live;

/// <summary>What <c>/hubs/board</c> calls in a browser.</summary>
public interface IBoardClient
{
    /// <summary>A callout's row changed. Ignore it when a higher version was seen.</summary>
    Task CalloutChanged(BoardRow row);

    /// <summary>All active callouts and the recently closed ones, once after connecting.</summary>
    Task Snapshot(BoardRow[] rows);

    /// <summary>A sign of life, after connecting and then every few seconds, whether or not anything happens.</summary>
    Task Pulse(Pulse pulse);
}
