using AuraConsole.Web.Components.Shell;

namespace AuraConsole.Web.Components.Palette;

/// <summary>The groups of what the palette finds, in the order in which they are shown.</summary>
public enum PaletteGroup
{
    Actions,
    Callouts,
    Sites,
    Customers,
    Pages,
}

/// <summary>One thing to choose: an address to go to, or something to do.</summary>
/// <param name="Group">Where it stands.</param>
/// <param name="Id">Tells it from others of its group.</param>
/// <param name="Title">What it is.</param>
/// <param name="Detail">What tells it from others of that title.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Action">What it does, when it leads nowhere.</param>
public sealed record PaletteItem(PaletteGroup Group, string Id, string Title, string? Detail = null, string? Address = null, ShellAction? Action = null);
