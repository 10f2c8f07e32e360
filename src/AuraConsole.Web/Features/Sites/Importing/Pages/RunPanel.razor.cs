using System.Globalization;
using System.Security.Claims;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Importing.Applying;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web.Virtualization;

namespace AuraConsole.Web.Features.Sites.Importing.Pages;

/// <summary>A run: how far it is, what an admin can do about it, and each row's result.</summary>
public sealed partial class RunPanel : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private Virtualize<ImportRunRow>? _list;
    private Guid _shownVersion;
    private string _userId = "";
    private string _typed = "";
    private int _total;
    private bool _onlyTrouble;
    private bool _isRestoring;
    private bool _isBusy;

    [Inject]
    private ImportRuns Runs { get; set; } = default!;

    [Inject]
    private ImportQueries Queries { get; set; } = default!;

    [Inject]
    private ImportPace Pace { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter, EditorRequired]
    public ImportRun Run { get; set; } = default!;

    [Parameter, EditorRequired]
    public EventCallback<string?> OnSay { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shownVersion == Run.Version)
            return;
        _shownVersion = Run.Version;
        var user = (await Authentication).User;
        _userId = user.UserId();
        _total = (await Queries.RowsAsync(Run.Id, false, 0, 0, user, _cts.Token)).Total;
        if (_list is not null)
            await _list.RefreshDataAsync();
    }

    public void Dispose()
    {
        _cts.Cancel();
        _cts.Dispose();
    }

    private async ValueTask<ItemsProviderResult<ImportRunRow>> RowsAsync(ItemsProviderRequest request)
    {
        var (rows, total) = await Queries.RowsAsync(
            Run.Id, _onlyTrouble, request.StartIndex, request.Count, (await Authentication).User, request.CancellationToken);
        return new ItemsProviderResult<ImportRunRow>(rows, total);
    }

    private async Task ToggleAsync()
    {
        _onlyTrouble = !_onlyTrouble;
        if (_list is not null)
            await _list.RefreshDataAsync();
    }

    private async Task ApproveAsync()
    {
        var isNumber = int.TryParse(_typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!isNumber)
            await OnSay.InvokeAsync(ImportText.AnswerWrongNumber);
        else
            await AskAsync((id, user) => Runs.ApproveAsync(id, number, user));
    }

    private async Task RestoreAsync()
    {
        await AskAsync((id, user) => Runs.RestoreAsync(id, user, _cts.Token));
        _isRestoring = false;
    }

    private async Task AskAsync(Func<Guid, ClaimsPrincipal, Task<ImportAnswer>> ask)
    {
        if (_isBusy)
            return;
        _isBusy = true;
        try
        {
            await OnSay.InvokeAsync(ImportWords.Answer(await ask(Run.Id, (await Authentication).User)));
        }
        finally
        {
            _isBusy = false;
        }
    }
}
