using System.Security.Claims;
using AuraConsole.Web.Access.Sessions;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Users;

/// <summary>One person: role, account, and where they are signed in.</summary>
public sealed partial class UserDialog : IDisposable
{
    private const int MostSessions = 50;

    private readonly CancellationTokenSource _cts = new();
    private IReadOnlyList<SignInSession>? _sessions;
    private string _role = "";
    private string? _news;
    private string? _refusal;
    private string? _secret;
    private bool _isBusy;

    [Inject]
    private UserDesk Desk { get; set; } = default!;

    [Inject]
    private SignInSessions Sessions { get; set; } = default!;

    [Inject]
    private SessionDoors Doors { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter, EditorRequired]
    public UserLine Person { get; set; } = default!;

    /// <summary>Something was changed.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnDone { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    protected override void OnInitialized() => _role = Person.Role ?? "";

    // the page hands a new line in whenever anybody signed in or out
    protected override async Task OnParametersSetAsync()
    {
        if (!_cts.IsCancellationRequested)
            _sessions = await Sessions.ListAsync(Person.Id, MostSessions, _cts.Token);
    }

    public void Dispose()
    {
        _cts.Cancel();
        _cts.Dispose();
    }

    private Task SaveRoleAsync()
    {
        var (seen, role) = (Person.Role, _role);
        return role.Length == 0 ? Task.CompletedTask
            : DoAsync((id, admin) => Desk.SetRoleAsync(id, seen, role, admin), Say.With(UsersText.RoleChanged, "{0}", UserWords.Role(role)));
    }

    private Task LinkAsync() => DoAsync(Desk.LinkAsync, done: null);

    private Task EndAsync(Guid? only) => DoAsync(async (id, admin) =>
    {
        await Sessions.EndAsync(id, only, admin);
        return UserOutcome.Done;
    }, UsersText.Ended);

    private async Task DoAsync(Func<string, ClaimsPrincipal, Task<UserResult>> change, string? done)
    {
        if (_isBusy)
            return;
        (_isBusy, _news, _refusal, _secret) = (true, null, null, null);
        try
        {
            var result = await change(Person.Id, (await Authentication).User);
            _refusal = UserWords.Refusal(result.Outcome);
            _secret = result.Secret;
            if (_refusal is null && done is not null)
                _news = Say.With(done, Person.Name);
            await OnDone.InvokeAsync();
        }
        finally
        {
            _isBusy = false;
            _role = Person.Role ?? "";
        }
    }
}
