using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace AuraConsole.Web.Components;

public sealed partial class App
{
    private const string ThemeCookie = "theme";

    // not prerendered: a board that is drawn before it is live would look live
    private static readonly InteractiveServerRenderMode Live = new(prerender: false);

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    /// <summary>Console pages live on a circuit; account pages are plain pages and carry no Blazor script.</summary>
    private bool IsLive => HttpContext.AcceptsInteractiveRouting();

    private IComponentRenderMode? Mode => IsLive ? Live : null;

    private string Theme => HttpContext.Request.Cookies[ThemeCookie] == "light" ? "light" : "dark";
}
