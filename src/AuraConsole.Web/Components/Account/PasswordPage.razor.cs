using System.ComponentModel.DataAnnotations;
using AuraConsole.Web.Access;
using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Components.Account;

public sealed partial class PasswordPage
{
    private bool _isChanged;
    private string? _failure;

    [Inject]
    private ConsoleSignIn SignIn { get; set; } = default!;

    [Inject]
    private SignInSessions Sessions { get; set; } = default!;

    [Inject]
    private AuditLog Audit { get; set; } = default!;

    [Inject]
    private ILogger<PasswordPage> Logger { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private PasswordInput Input { get; set; } = default!;

    protected override void OnInitialized() => Input ??= new PasswordInput();

    private async Task ChangeAsync()
    {
        if (await SignIn.UserManager.GetUserAsync(HttpContext.User) is not { } user)
        {
            _failure = AccountText.PasswordWrong;
            return;
        }

        // counts towards the lock-out: an unlocked screen must not become a place to guess passwords
        var check = await SignIn.CheckPasswordAsync(user, Input.Now);
        if (!check.Succeeded)
        {
            _failure = check.IsLockedOut ? AccountText.SignInLocked : AccountText.PasswordWrong;
            return;
        }

        var result = await SignIn.UserManager.ChangePasswordAsync(user, Input.Now, Input.New);
        if (!result.Succeeded)
        {
            _failure = string.Join(' ', result.Errors.Select(static error => error.Description));
            return;
        }

        await SignIn.RefreshSignInAsync(user);
        await Audit.WriteAsync(Operator.Known(HttpContext.User), new AuditNote(AccessAudit.PasswordChanged, AccessAudit.Subject(user.Id)), CancellationToken.None);
        // whoever knew the old password, and sits at another screen, leaves
        await Sessions.EndOthersAsync(HttpContext.User);
        Log.Changed(Logger, user.Id);
        _isChanged = true;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "User {UserId} changed the password")]
        public static partial void Changed(ILogger logger, string userId);
    }
}

internal sealed class PasswordInput
{
    [Required(ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.PasswordMissing))]
    [StringLength(PasswordRules.Most,
        ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.PasswordWrong))]
    public string Now { get; set; } = "";

    [Required(ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.PasswordLength))]
    [StringLength(PasswordRules.Most, MinimumLength = PasswordRules.Least,
        ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.PasswordLength))]
    public string New { get; set; } = "";

    [Compare(nameof(New), ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.PasswordDiffers))]
    public string Again { get; set; } = "";
}
