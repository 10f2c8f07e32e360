using System.ComponentModel.DataAnnotations;
using AuraConsole.Web.Access;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Components.Account;

public sealed partial class FirstAdminPage
{
    private string? _failure;

    [Inject]
    private FirstAdmin FirstAdmin { get; set; } = default!;

    [Inject]
    private ConsoleSignIn SignIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ILogger<FirstAdminPage> Logger { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private FirstAdminInput Input { get; set; } = default!;

    protected override void OnInitialized()
    {
        Input ??= new FirstAdminInput();
        if (!FirstAdmin.IsWanted)
            Navigation.NavigateTo(AccountPaths.Login);
    }

    private async Task CreateAsync()
    {
        ConsoleUser? admin = null;
        var isRight = await FirstAdmin.TryUseAsync(
            Input.Token, async () => (admin = await AddAsync()) is not null, HttpContext.RequestAborted);
        if (!isRight)
        {
            Log.WrongToken(Logger);
            _failure = AccountText.TokenWrong;
        }
        else if (admin is not null)
        {
            Log.Created(Logger, admin.Id);
            await SignIn.SignInAsync(admin, SignInWay.FirstAdmin, []);
            Navigation.NavigateTo("/", forceLoad: true);
        }
    }

    private async Task<ConsoleUser?> AddAsync()
    {
        var user = new ConsoleUser
        {
            UserName = Input.Email,
            Email = Input.Email,
            EmailConfirmed = true,
            DisplayName = Input.DisplayName.Trim(),
        };
        var result = await SignIn.UserManager.CreateAsync(user, Input.Password);
        if (result.Succeeded)
            result = await SignIn.UserManager.AddToRoleAsync(user, Roles.Admin);
        if (result.Succeeded)
            return user;
        _failure = string.Join(' ', result.Errors.Select(static error => error.Description));
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The first admin {UserId} was created")]
        public static partial void Created(ILogger logger, string userId);

        [LoggerMessage(LogLevel.Warning, "Somebody tried to create the first admin with a wrong token")]
        public static partial void WrongToken(ILogger logger);
    }
}

internal sealed class FirstAdminInput
{
    [Required(ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.TokenMissing))]
    [StringLength(256, ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.TokenWrong))]
    public string Token { get; set; } = "";

    [Required(ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.EmailMissing))]
    [EmailAddress(ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.EmailInvalid))]
    [StringLength(256, ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.EmailInvalid))]
    public string Email { get; set; } = "";

    [Required(ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.DisplayNameMissing))]
    [StringLength(ConsoleUser.DisplayNameLength,
        ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.DisplayNameLength))]
    public string DisplayName { get; set; } = "";

    [Required(ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.PasswordLength))]
    [StringLength(PasswordRules.Most, MinimumLength = PasswordRules.Least,
        ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.PasswordLength))]
    public string Password { get; set; } = "";
}
