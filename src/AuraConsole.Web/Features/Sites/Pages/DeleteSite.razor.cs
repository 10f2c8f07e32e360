using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Changing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Sites.Pages;

/// <summary>Deletes a site once its reference was typed.</summary>
public sealed partial class DeleteSite : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private ElementReference _field;
    private SiteResult? _result;
    private Guid _opened;
    private string _typed = "";
    private bool _isWrong;
    private bool _isRunning;

    [Inject]
    private SiteCommands Commands { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter, EditorRequired]
    public Site Site { get; set; } = default!;

    [Parameter]
    public bool HasActiveCallout { get; set; }

    /// <summary>The site is out of service.</summary>
    [Parameter, EditorRequired]
    public EventCallback<SiteResult> OnDone { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnCancel { get; set; }

    protected override void OnInitialized() => _opened = Site.Version;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _field.FocusAsync();
    }

    public void Dispose()
    {
        _cts.Cancel();
        _cts.Dispose();
    }

    private async Task DeleteAsync()
    {
        if (_isRunning)
            return;
        _result = null;
        _isWrong = !string.Equals(_typed.Trim(), Site.Reference.Trim(), StringComparison.Ordinal);
        if (_isWrong)
        {
            await _field.FocusAsync();
            return;
        }

        _isRunning = true;
        try
        {
            var result = await Commands.DeleteAsync(Site.Id, _opened, (await Authentication).User, _cts.Token);
            if (result.IsDone)
            {
                await OnDone.InvokeAsync(result);
                return;
            }

            // shown as it is now, so the next try is about that
            (_result, _opened) = (result, result.Site?.Version ?? _opened);
        }
        catch (OperationCanceledException) when (_cts.IsCancellationRequested)
        {
            // the page is gone before anything was sent
        }
        finally
        {
            _isRunning = false;
        }
    }
}
