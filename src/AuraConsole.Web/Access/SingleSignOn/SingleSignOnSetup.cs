using AuraConsole.Web.Hosting.Faults;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Access.SingleSignOn;

internal static partial class SingleSignOnSetup
{
    public const string Scheme = "SingleSignOn";

    private const int MostBytes = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Adds the provider's scheme, when there is a provider.</summary>
    public static void AddSingleSignOn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddValidatedOptions<SingleSignOnOptions, SingleSignOnOptionsValidator>(SingleSignOnOptions.Section);
        services.AddSingleton<SingleSignOnDesk>();
        if (!string.Equals(configuration[$"{SingleSignOnOptions.Section}:{nameof(SingleSignOnOptions.Enabled)}"], bool.TrueString, StringComparison.OrdinalIgnoreCase))
            return;
        services.AddAuthentication().AddOAuth(Scheme, static _ => { });
        services.AddOptions<OAuthOptions>(Scheme).Configure<IOptions<SingleSignOnOptions>>((oauth, own) => Configure(oauth, own.Value, environment));
    }

    private static void Configure(OAuthOptions oauth, SingleSignOnOptions own, IHostEnvironment environment)
    {
        oauth.SignInScheme = IdentityConstants.ExternalScheme;
        oauth.CallbackPath = SingleSignOnOptions.Callback;
        (oauth.AuthorizationEndpoint, oauth.TokenEndpoint, oauth.UserInformationEndpoint) = (own.AuthorizationEndpoint, own.TokenEndpoint, own.UserInfoEndpoint);
        (oauth.ClientId, oauth.ClientSecret) = (own.ClientId, own.ClientSecret);
        oauth.UsePkce = true;
        oauth.SaveTokens = false;
        oauth.Scope.Clear();
        foreach (var scope in own.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            oauth.Scope.Add(scope);
        // the way back is a plain link: Lax lets the cookie come along, and needs no HTTPS on a developer's machine
        oauth.CorrelationCookie.SameSite = SameSiteMode.Lax;
        oauth.CorrelationCookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        oauth.BackchannelTimeout = Patience;
        oauth.Backchannel = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = MostBytes,
        };
        oauth.Events.OnCreatingTicket = ProviderAnswer.ReadAsync;
        oauth.Events.OnRemoteFailure = static context =>
        {
            var logger = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SingleSignOnSetup));
            // the kind alone: a message may hold what the provider answered
            Log.Failed(logger, context.Failure?.GetType().Name ?? "nothing known");
            context.Response.Redirect(SingleSignOnEndpoints.Back(SingleSignOnTrouble.Failed));
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Single sign-on came to nothing: {Kind}")]
        public static partial void Failed(ILogger logger, string kind);
    }
}
