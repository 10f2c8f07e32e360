using System.Security.Claims;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Applying;
using AuraConsole.Web.Features.Sites.Importing.Diffing;
using AuraConsole.Web.Features.Sites.Importing.FullSync;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using AuraConsole.Web.Features.Sites.Importing.Reading;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Sites.Importing.Pages;

/// <summary>From a file to AURA, step by step. What an admin did is kept on the server: a page loaded anew goes on where it was.</summary>
public sealed partial class ImportPage : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private IDisposable? _subscription;
    private ImportDraft? _draft;
    private ImportRun? _run;
    private IReadOnlyList<ImportRun> _runs = [];
    private FileHead? _head;
    private ColumnMapping? _mapping;
    private FileContents? _contents;
    private PortfolioDifferences? _differences;
    private string? _sentence;
    private bool _isRemembered;
    private bool _isLoaded;
    private bool _isBusy;

    [Inject]
    private ImportDrafts Drafts { get; set; } = default!;

    [Inject]
    private ImportReader Reader { get; set; } = default!;

    [Inject]
    private ImportRuns Runs { get; set; } = default!;

    [Inject]
    private ImportQueries Queries { get; set; } = default!;

    [Inject]
    private ImportFeed Feed { get; set; } = default!;

    [Inject]
    private CallbackAddress Callback { get; set; } = default!;

    [Inject]
    private ISitesApi Aura { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "run")]
    private Guid? Asked { get; set; }

    private ImportFace Step => _run is { IsOpen: true }
        ? ImportFace.Apply
        : _draft?.Step switch
        {
            ImportStep.Columns => ImportFace.Columns,
            ImportStep.Faults => ImportFace.Faults,
            ImportStep.Differences => ImportFace.Differences,
            _ => _run is null ? ImportFace.File : ImportFace.Result,
        };

    protected override async Task OnInitializedAsync()
    {
        _subscription = Feed.Subscribe(() => InvokeAsync(RefreshAsync));
        _draft = await Drafts.FindAsync(await UserAsync(), _cts.Token);
        await RefreshAsync();
        _isLoaded = true;
        if (_draft is not null)
            await ShowAsync(_draft);
    }

    protected override Task OnParametersSetAsync() => _isLoaded ? RefreshAsync() : Task.CompletedTask;

    public void Dispose()
    {
        _subscription?.Dispose();
        _cts.Cancel();
        _cts.Dispose();
    }

    private async Task<ClaimsPrincipal> UserAsync() => (await Authentication).User;

    private async Task RefreshAsync()
    {
        if (_cts.IsCancellationRequested)
            return;
        _runs = await Queries.RunsAsync(await UserAsync(), _cts.Token);
        _run = _runs.FirstOrDefault(static run => run.IsOpen) ?? _runs.FirstOrDefault(run => run.Id == Asked) ?? _runs.FirstOrDefault();
        StateHasChanged();
    }

    private void Say(string? sentence)
    {
        _sentence = sentence;
        StateHasChanged();
    }

    private Task BroughtAsync(ImportDraft draft) => ShowAsync(_draft = draft);

    private async Task ReadAsAsync((ImportEncoding Encoding, char Delimiter) chosen) =>
        await ShowAsync(_draft = await Drafts.ReadAsAsync(chosen.Encoding, chosen.Delimiter, await UserAsync(), _cts.Token));

    private async Task MappedAsync(ColumnMapping mapping)
    {
        if (_head is null || mapping.Missing.Count > 0)
            return;
        await ShowAsync(_draft = await Drafts.MapAsync(_head.Header, mapping, await UserAsync(), _cts.Token));
    }

    private async Task GoAsync(ImportStep step) => await ShowAsync(_draft = await Drafts.GoAsync(step, await UserAsync(), _cts.Token));

    private async Task DiscardAsync()
    {
        await Drafts.DiscardAsync(await UserAsync(), _cts.Token);
        (_draft, _head, _mapping, _contents, _differences, _sentence) = (null, null, null, null, null, null);
    }

    private async Task StartAsync((ImportWay Way, bool WithRemovals) chosen)
    {
        if (_isBusy)
            return;
        (_isBusy, _sentence) = (true, null);
        try
        {
            var user = await UserAsync();
            var answer = await Runs.StartAsync(chosen.Way, chosen.WithRemovals, user, _cts.Token);
            _draft = await Drafts.FindAsync(user, _cts.Token);
            _sentence = ImportWords.Answer(answer);
            await RefreshAsync();
        }
        catch (OperationCanceledException) when (_cts.IsCancellationRequested)
        {
            // the page is gone
        }
        finally
        {
            _isBusy = false;
        }
    }

    /// <summary>Reads what the draft's step needs; a file that cannot be read leads back to its columns, with the reason.</summary>
    private async Task ShowAsync(ImportDraft? draft)
    {
        (_head, _contents, _differences, _sentence, _isBusy) = (null, null, null, null, draft is not null);
        if (draft is null)
            return;
        StateHasChanged();
        try
        {
            _head = Reader.Head(draft);
            (_mapping, _isRemembered) = await Drafts.MappingAsync(draft, _head.Header, _cts.Token);
            if (draft.Step != ImportStep.Columns)
                _contents = await Reader.ReadAsync(draft, _mapping, _cts.Token);
            if (draft.Step == ImportStep.Differences && _contents is { FaultCount: 0 })
                _differences = await CompareAsync(_contents);
        }
        catch (ImportRefusedException refused)
        {
            (_sentence, _contents) = (ImportWords.Refusal(refused), null);
            if (draft.Step != ImportStep.Columns)
                _draft = await Drafts.GoAsync(ImportStep.Columns, await UserAsync(), _cts.Token);
        }
        catch (AuraApiException)
        {
            _sentence = ImportText.AnswerAuraAway;
        }
        catch (OperationCanceledException) when (_cts.IsCancellationRequested)
        {
            // the page is gone
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task<PortfolioDifferences> CompareAsync(FileContents contents)
    {
        var listed = await Aura.ListAsync(_cts.Token);
        return await Task.Run(() => PortfolioDiff.Compare(contents.Sites, listed, contents.Held), _cts.Token);
    }
}
