using AuraConsole.Web.Access.Sessions;
using Microsoft.AspNetCore.Components;

namespace AuraConsole.Web.Features.Users;

/// <summary>An admin sees who may sign in and who is there.</summary>
public sealed partial class UsersPage : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private IReadOnlyList<UserLine>? _users;
    private IDisposable? _subscription;
    private string? _shown;
    private bool _isInviting;

    [Inject]
    private UserQueries Users { get; set; } = default!;

    [Inject]
    private SignInSessions Sessions { get; set; } = default!;

    private UserLine? Shown => _users?.FirstOrDefault(user => user.Id == _shown);

    protected override Task OnInitializedAsync()
    {
        _subscription = Sessions.Feed.Subscribe(() => InvokeAsync(async () =>
        {
            await LoadAsync();
            StateHasChanged();
        }));
        return LoadAsync();
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _cts.Cancel();
        _cts.Dispose();
    }

    private async Task LoadAsync()
    {
        if (!_cts.IsCancellationRequested)
            _users = await Users.ListAsync(_cts.Token);
    }

    private void Show(UserLine user) => _shown = user.Id;
}
