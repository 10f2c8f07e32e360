using System.ComponentModel.DataAnnotations;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Components.Account;

public sealed partial class LoginPage
{
    private string? _failure;

    [Inject]
    private SignInManager<ConsoleUser> SignIn { get; set; } = default!;

    [Inject]
    private IPasswordHasher<ConsoleUser> Hasher { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IOptions<DemoOptions> Demo { get; set; } = default!;

    [Inject]
    private ILogger<LoginPage> Logger { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromQuery(Name = AccountPaths.ReturnUrl)]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm]
    private LoginInput Input { get; set; } = default!;

    protected override void OnInitialized()
    {
        Input ??= new LoginInput();
        if (HttpMethods.IsGet(HttpContext.Request.Method) && SignIn.IsSignedIn(HttpContext.User))
            GoOn();
    }

    private async Task SignInAsync()
    {
        var user = await SignIn.UserManager.FindByEmailAsync(Input.Email);
        if (user is null)
        {
            // as much work as for a known user: how long it takes must not tell who exists
            Hasher.HashPassword(new ConsoleUser(), Input.Password);
            _failure = AccountText.SignInFailed;
            Log.Refused(Logger);
            return;
        }

        var result = await SignIn.CheckPasswordSignInAsync(user, Input.Password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            _failure = result.IsLockedOut ? AccountText.SignInLocked : AccountText.SignInFailed;
            Log.Refused(Logger);
            return;
        }

        await SignIn.SignInAsync(user, isPersistent: false);
        Log.SignedIn(Logger, user.Id);
        GoOn();
    }

    private void GoOn() => Navigation.NavigateTo(AccountPaths.LocalOrBoard(ReturnUrl), forceLoad: true);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "User {UserId} signed in")]
        public static partial void SignedIn(ILogger logger, string userId);

        [LoggerMessage(LogLevel.Warning, "A sign-in was refused")]
        public static partial void Refused(ILogger logger);
    }
}

internal sealed class LoginInput
{
    [Required(ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.EmailMissing))]
    [StringLength(256, ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.EmailInvalid))]
    public string Email { get; set; } = "";

    [Required(ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.PasswordMissing))]
    [StringLength(PasswordRules.Most,
        ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.SignInFailed))]
    public string Password { get; set; } = "";
}
