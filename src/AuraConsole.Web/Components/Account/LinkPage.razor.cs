using System.ComponentModel.DataAnnotations;
using AuraConsole.Web.Access.Links;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Components.Account;

public sealed partial class LinkPage
{
    private bool _isDone;
    private string? _failure;

    [Inject]
    private AccountLinks Links { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private LinkInput Input { get; set; } = default!;

    protected override void OnInitialized() => Input ??= new LinkInput();

    private async Task SetAsync()
    {
        var faults = await Links.UseAsync(Input.Secret, Input.New, HttpContext.RequestAborted);
        _isDone = faults is { Count: 0 };
        _failure = _isDone ? null : faults is null ? SecurityText.LinkGone : string.Join(' ', faults);
    }
}

internal sealed class LinkInput
{
    [StringLength(128, ErrorMessageResourceType = typeof(SecurityText), ErrorMessageResourceName = nameof(SecurityText.LinkGone))]
    public string? Secret { get; set; }

    [Required(ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.PasswordLength))]
    [StringLength(PasswordRules.Most, MinimumLength = PasswordRules.Least,
        ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.PasswordLength))]
    public string New { get; set; } = "";

    [Compare(nameof(New), ErrorMessageResourceType = typeof(AccountText), ErrorMessageResourceName = nameof(AccountText.PasswordDiffers))]
    public string Again { get; set; } = "";
}
