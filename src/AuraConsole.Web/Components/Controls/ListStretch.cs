namespace AuraConsole.Web.Components.Controls;

/// <summary>A stretch of a list.</summary>
/// <param name="Lines">What lies in it.</param>
/// <param name="Total">How long the whole list is.</param>
public sealed record ListStretch<TLine>(IReadOnlyList<TLine> Lines, int Total);
