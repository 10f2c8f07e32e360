using AuraConsole.Web.Access;
using AuraConsole.Web.Access.Factors;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace AuraConsole.Web.Components.Account;

/// <summary>The person's passkeys: listed, added, taken away.</summary>
public sealed partial class PasskeyFactor
{
    private const int Most = PasskeySetUp.Most;
    private const int NameLength = PasskeySetUp.NameLength;

    private IList<UserPasskeyInfo> _passkeys = [];
    private string? _failure;
    private string? _news;

    [Inject]
    private ConsoleSignIn SignIn { get; set; } = default!;

    [Inject]
    private PasskeySetUp SetUp { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "passkey-add")]
    private string? Credential { get; set; }

    [SupplyParameterFromForm(FormName = "passkey-add")]
    private string? Name { get; set; }

    [Parameter, EditorRequired]
    public ConsoleUser User { get; set; } = default!;

    /// <summary>Whether the person has proved a short while ago who it is.</summary>
    [Parameter, EditorRequired]
    public bool MayChange { get; set; }

    /// <summary>Whether the role demands a second factor.</summary>
    [Parameter, EditorRequired]
    public bool IsDemanded { get; set; }

    protected override async Task OnInitializedAsync() => _passkeys = await SignIn.UserManager.GetPasskeysAsync(User);

    private static string RemoveName(UserPasskeyInfo passkey) => $"passkey-remove-{Convert.ToHexStringLower(passkey.CredentialId)}";

    private async Task AddAsync()
    {
        if (!MayChange || _passkeys.Count >= Most)
            return;
        var name = string.IsNullOrWhiteSpace(Name) ? SecurityText.PasskeyDefault : Name.Trim();
        if (await SetUp.AddAsync(User, Credential, name, HttpContext.User))
            _news = Say.With(SecurityText.PasskeyAdded, name);
        else
            _failure = SecurityText.PasskeyNotAdded;
        _passkeys = await SignIn.UserManager.GetPasskeysAsync(User);
    }

    private async Task RemoveAsync(UserPasskeyInfo passkey)
    {
        if (!MayChange)
            return;
        if (IsDemanded && _passkeys.Count == 1 && !User.TwoFactorEnabled)
        {
            _failure = SecurityText.PasskeyLastRefused;
            return;
        }
        await SetUp.RemoveAsync(User, passkey.CredentialId, HttpContext.User);
        _passkeys = await SignIn.UserManager.GetPasskeysAsync(User);
        _news = SecurityText.PasskeyRemoved;
    }
}
