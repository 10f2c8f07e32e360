using AuraConsole.Web.Access;
using AuraConsole.Web.Access.Factors;
using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Components.Account;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Hosting.Faults;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace AuraConsole.Web.Hosting.Security;

internal static class IdentitySetup
{
    /// <summary>How soon a removed user or changed role is felt, in requests and in open circuits.</summary>
    internal static readonly TimeSpan Revalidation = TimeSpan.FromMinutes(1);

    public static void AddConsoleIdentity(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddIdentityCore<ConsoleUser>(Configure)
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<ConsoleDbContext>()
            .AddClaimsPrincipalFactory<ConsoleClaimsFactory>()
            .AddSignInManager<ConsoleSignIn>()
            .AddDefaultTokenProviders()
            .AddUserStore<ConsoleUserStore>()
            .AddTokenProvider<CodeProvider>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<SecurityStampValidatorOptions>(static options => options.ValidationInterval = Revalidation);
        services.AddAccess();
        services.AddScoped<CookieEvents>();
        // all of Identity's cookies, though one is used: when it turns a session away it signs out of the others by name
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            var isDevelopment = environment.IsDevelopment();
            // __Host- binds the cookie to this host over HTTPS; Development runs without a certificate
            options.Cookie.Name = isDevelopment ? "auraconsole" : "__Host-auraconsole";
            options.Cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.Path = "/";
            options.ExpireTimeSpan = SessionLife.Idle;
            options.SlidingExpiration = true;
            options.LoginPath = AccountPaths.Login;
            options.AccessDeniedPath = AccountPaths.Denied;
            options.ReturnUrlParameter = AccountPaths.ReturnUrl;
            options.EventsType = typeof(CookieEvents);
        });
        // the way between two steps of signing in, and back from the organisation's own sign-in
        foreach (var scheme in new[] { IdentityConstants.TwoFactorUserIdScheme, IdentityConstants.ExternalScheme })
        {
            services.Configure<CookieAuthenticationOptions>(scheme, options =>
            {
                options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
                options.Cookie.SameSite = SameSiteMode.Lax;
            });
        }
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = environment.IsDevelopment() ? "auraconsole-forms" : "__Host-auraconsole-forms";
            options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        services.AddAuthorization(Policies.Add);
        services.AddScoped<AuthenticationStateProvider, RevalidatingUserState>();
        services.AddValidatedOptions<SignInOptions, SignInOptionsValidator>(SignInOptions.Section);
        services.AddValidatedOptions<DemoOptions, DemoOptionsValidator>(DemoOptions.Section);
        services.AddSingleton<FirstAdmin>();
        services.AddHostedService<FirstUsers>();
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        // length is what counts; rules of composition only make people write passwords down
        options.Password.RequiredLength = PasswordRules.Least;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }
}
