using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Sites.Groups;

/// <summary>An admin keeps the groups, and says who sees which.</summary>
public sealed partial class GroupsPage : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private IReadOnlyList<GroupLine>? _groups;
    private IReadOnlyList<ScopedPerson>? _people;
    private GroupLine? _editing;
    private ScopedPerson? _limiting;
    private string _name = "";
    private SiteGroupKind _kind;
    private string? _fault;
    private string? _news;
    private string? _refusal;
    private bool _isBusy;

    [Inject]
    private GroupDesk Desk { get; set; } = default!;

    [Inject]
    private UserScopes Limits { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    public void Dispose()
    {
        _cts.Cancel();
        _cts.Dispose();
    }

    internal static string WordOf(SiteGroupKind kind) => kind switch
    {
        SiteGroupKind.Branch => SitesText.GroupBranch,
        SiteGroupKind.Installer => SitesText.GroupInstaller,
        _ => SitesText.GroupClient,
    };

    private async Task LoadAsync()
    {
        _groups = await Desk.ListAsync(_cts.Token);
        _people = await Limits.ListAsync(_cts.Token);
    }

    private void Open(GroupLine? group) =>
        (_editing, _name, _kind, _fault, _news, _refusal) = (group, group?.Name ?? "", group?.Kind ?? SiteGroupKind.Client, null, null, null);

    private async Task SaveAsync()
    {
        _fault = string.IsNullOrWhiteSpace(_name) ? GroupsText.NeedName : null;
        if (_fault is not null || _isBusy)
            return;
        var user = (await Authentication).User;
        var isDone = await DoAsync(() => _editing is { } group ? Desk.RenameAsync(group, _name, _kind, user) : Desk.AddAsync(_name, _kind, user));
        if (isDone)
            (_editing, _name, _news) = (null, "", Say.With(GroupsText.Saved, _name.Trim()));
    }

    private async Task RemoveAsync(GroupLine group)
    {
        var user = (await Authentication).User;
        if (await DoAsync(() => Desk.RemoveAsync(group, user)))
            _news = Say.With(GroupsText.Removed, group.Name);
    }

    private async Task<bool> DoAsync(Func<Task<GroupOutcome>> change)
    {
        (_isBusy, _news, _refusal) = (true, null, null);
        try
        {
            var outcome = await change();
            _refusal = outcome switch
            {
                GroupOutcome.Done => null,
                GroupOutcome.NameTaken => GroupsText.NameTaken,
                GroupOutcome.InUse => GroupsText.InUse,
                _ => GroupsText.ChangedMeanwhile,
            };
            await LoadAsync();
            return outcome == GroupOutcome.Done;
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task LimitAsync(ScopedPerson person, Scope scope)
    {
        (_limiting, _news, _refusal) = (null, null, null);
        if (await Limits.SetAsync(person, scope, (await Authentication).User))
            _news = Say.With(GroupsText.LimitSaved, person.Name);
        else
            _refusal = GroupsText.ChangedMeanwhile;
        await LoadAsync();
    }

    private string SeenBy(ScopedPerson person)
    {
        if (person.IsAdmin)
            return GroupsText.EverythingAdmin;
        if (!person.Scope.IsLimited)
            return GroupsText.Everything;
        var names = _groups!.Where(group => person.Scope.Groups.Contains(group.Id)).Select(static group => group.Name);
        var all = person.Scope.WithUngrouped ? names.Append(GroupsText.Ungrouped) : names;
        return string.Join(", ", all) is { Length: > 0 } seen ? seen : GroupsText.SeesNothing;
    }
}
