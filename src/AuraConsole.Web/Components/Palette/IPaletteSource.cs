using System.Security.Claims;

namespace AuraConsole.Web.Components.Palette;

/// <summary>What somebody looks for, and who it is: a source answers only what that person may open.</summary>
public sealed record PaletteQuery(string Text, ClaimsPrincipal User);

/// <summary>One kind of things that the palette finds. A slice adds its own to the services.</summary>
public interface IPaletteSource
{
    /// <summary>The best first; the palette shows no more than <see cref="PaletteSearch.MostOfAGroup"/>.</summary>
    Task<IReadOnlyList<PaletteItem>> FindAsync(PaletteQuery query, CancellationToken cancellationToken);
}
