using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Live;

/// <summary>What a screen may see.</summary>
/// <param name="Scope">Asked at each push: a limit that is set holds at once.</param>
/// <param name="Scopes">Rings when it may have changed.</param>
/// <param name="View">What of a row is shown.</param>
internal sealed record ScreenSight(Func<Scope> Scope, LiveFeed Scopes, Func<BoardRow, BoardRow> View);
