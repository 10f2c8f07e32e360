using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace AuraConsole.Web.Features.Wallboard.Pages;

/// <summary>Nothing around the page: a wall has no menu.</summary>
public sealed class WallboardLayout : LayoutComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Body);
}
