using System.ComponentModel.DataAnnotations;
using AuraConsole.Web.Access;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Components.Account;

public sealed partial class CodePage
{
    private string? _failure;

    [Inject]
    private ConsoleSignIn SignIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = AccountPaths.ReturnUrl)]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm]
    private CodeInput Input { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new CodeInput();
        if (await SignIn.GetTwoFactorAuthenticationUserAsync() is null)
            Navigation.NavigateTo(AccountPaths.Login);
    }

    private async Task SendAsync()
    {
        var result = await SignIn.TryCodeAsync(Input.Code);
        if (result.Succeeded)
            Navigation.NavigateTo(AccountPaths.LocalOrBoard(ReturnUrl), forceLoad: true);
        else
            _failure = result.IsLockedOut ? SecurityText.CodeLocked : SecurityText.CodeFailed;
    }
}

internal sealed class CodeInput
{
    public const int Length = 20;

    [Required(ErrorMessageResourceType = typeof(SecurityText), ErrorMessageResourceName = nameof(SecurityText.CodeMissing))]
    [StringLength(Length, ErrorMessageResourceType = typeof(SecurityText), ErrorMessageResourceName = nameof(SecurityText.CodeFailed))]
    public string Code { get; set; } = "";
}
