using AuraConsole.Web.Components.Account;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Components;

/// <summary>Takes somebody who is no longer signed in to the sign-in page, and back here afterwards.</summary>
public sealed class ToSignIn(NavigationManager navigation) : ComponentBase
{
    protected override void OnInitialized()
    {
        var here = "/" + navigation.ToBaseRelativePath(navigation.Uri);
        navigation.NavigateTo($"{AccountPaths.Login}?{AccountPaths.ReturnUrl}={Uri.EscapeDataString(here)}", forceLoad: true);
    }
}
