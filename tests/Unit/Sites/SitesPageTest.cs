using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Hosting.Security;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace AuraConsole.Unit.Sites;

/// <summary>Renders pages of sites for a signed-in user, under the real policies and with the slice's real services.</summary>
public abstract class SitesPageTest : BunitContext
{
    private string _role = Roles.Admin;

    protected SitesPageTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        House.AddTo(Services);
        Services.AddRadzenComponents();
        Services.AddAuthorizationCore(Policies.Add);
        // bUnit's placeholder stands before it and only says that it is one
        Services.AddTransient<IAuthorizationService, DefaultAuthorizationService>();
        Services.AddCascadingAuthenticationState();
        Services.AddScoped<AuthenticationStateProvider>(_ => new SignedIn(_role));
    }

    internal SitesHouse House { get; } = new();

    /// <summary>Before the first page is rendered.</summary>
    protected void SignIn(string role) => _role = role;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            House.Dispose();
    }

    private sealed class SignedIn(string role) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(SitesHouse.User(role)));
    }
}
