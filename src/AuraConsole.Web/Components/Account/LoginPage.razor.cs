using System.ComponentModel.DataAnnotations;
using AuraConsole.Web.Access;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Components.Account;

public sealed partial class LoginPage
{
    private string? _failure;

    [Inject]
    private ConsoleSignIn SignIn { get; set; } = default!;

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
        var result = await SignIn.TryPasswordAsync(Input.Email, Input.Password);
        if (result.Succeeded)
        {
            GoOn();
            return;
        }
        _failure = result.IsLockedOut ? AccountText.SignInLocked : AccountText.SignInFailed;
        Log.Refused(Logger);
    }

    private void GoOn() => Navigation.NavigateTo(AccountPaths.LocalOrBoard(ReturnUrl), forceLoad: true);

    private static partial class Log
    {
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
