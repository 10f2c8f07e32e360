using System.Globalization;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.Showing;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;

namespace AuraConsole.Web.Features.Sites.Pages;

/// <summary>Registers a site, or edits one. What was typed stays until AURA has agreed.</summary>
public sealed partial class SiteForm : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private InputText? _reference;
    private InputText? _name;
    private InputText? _address;
    private InputText? _latitude;
    private InputText? _longitude;
    private InputSelect<string>? _type;
    private InputText? _w3w;
    private InputTextArea? _information;
    private SiteInput _input = new();
    private EditContext _context = default!;
    private ValidationMessageStore _faults = default!;
    private IReadOnlyList<SiteType> _types = [];
    private Guid _opened;
    private SiteResult? _result;
    private Site? _conflict;
    private bool _isFaulty;
    private bool _isKept;
    private bool _isRunning;

    [Inject]
    private SiteCommands Commands { get; set; } = default!;

    [Inject]
    private SiteTypes Types { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>The site to edit, as it was opened; null to register one.</summary>
    [Parameter]
    public Site? Site { get; set; }

    /// <summary>A deleted site to begin with, when one is registered again.</summary>
    [Parameter]
    public Site? Like { get; set; }

    /// <summary>AURA has agreed.</summary>
    [Parameter, EditorRequired]
    public EventCallback<SiteResult> OnDone { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnCancel { get; set; }

    private bool IsNew => Site is null;

    private string SubmitLabel => (IsNew, _isRunning) switch
    {
        (true, true) => SitesText.SubmitRegistering,
        (true, false) => SitesText.SubmitRegister,
        (false, true) => SitesText.SubmitSaving,
        _ => SitesText.SubmitSave,
    };

    protected override async Task OnInitializedAsync()
    {
        _opened = Site?.Version ?? Guid.Empty;
        Begin((Site ?? Like) is { } known ? SiteInput.Of(known) : new SiteInput());
        _types = await Types.ChoicesAsync(_cts.Token);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await FocusAsync(IsNew ? nameof(SiteInput.Reference) : nameof(SiteInput.Name));
    }

    public void Dispose()
    {
        _context.OnFieldChanged -= HandleFieldChanged;
        _cts.Cancel();
        _cts.Dispose();
    }

    private static Dictionary<string, object> About(string id) => new() { ["id"] = id, ["aria-describedby"] = $"{id}-hint {id}-fault" };

    private void Begin(SiteInput input)
    {
        if (_context is not null)
            _context.OnFieldChanged -= HandleFieldChanged;
        _input = input;
        _context = new EditContext(input);
        _context.OnFieldChanged += HandleFieldChanged;
        _faults = new ValidationMessageStore(_context);
    }

    private void HandleFieldChanged(object? sender, FieldChangedEventArgs change)
    {
        _faults.Clear(change.FieldIdentifier);
        foreach (var (field, sentence) in Faults().Where(fault => fault.Field == change.FieldIdentifier.FieldName))
            _faults.Add(_context.Field(field), sentence);
        _isFaulty = false;
        _context.NotifyValidationStateChanged();
    }

    private void TakePin((double Latitude, double Longitude) at)
    {
        _input.Latitude = at.Latitude.ToString("0.######", CultureInfo.InvariantCulture);
        _input.Longitude = at.Longitude.ToString("0.######", CultureInfo.InvariantCulture);
        _context.NotifyFieldChanged(_context.Field(nameof(SiteInput.Latitude)));
        _context.NotifyFieldChanged(_context.Field(nameof(SiteInput.Longitude)));
    }

    private List<(string Field, string Sentence)> Faults() => [.. SiteInputRules.Check(_input, IsNew, _types)];

    private async Task SubmitAsync()
    {
        if (_isRunning || _conflict is not null)
            return;
        (_result, _isKept) = (null, false);
        var faults = Faults();
        _faults.Clear();
        faults.ForEach(fault => _faults.Add(_context.Field(fault.Field), fault.Sentence));
        _isFaulty = faults.Count > 0;
        _context.NotifyValidationStateChanged();
        if (_isFaulty)
            await FocusAsync(faults[0].Field);
        else
            await SendAsync();
    }

    private async Task SendAsync()
    {
        _isRunning = true;
        try
        {
            var user = (await Authentication).User;
            var details = _input.ToDetails();
            var result = Site is null
                ? await Commands.RegisterAsync(details, user, _cts.Token)
                : await Commands.EditAsync(Site.Id, _opened, details, user, _cts.Token);
            await ShowAsync(result);
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

    private async Task ShowAsync(SiteResult result)
    {
        if (result.IsDone)
        {
            await OnDone.InvokeAsync(result);
            return;
        }

        _result = result;
        if (result.Outcome == SiteOutcome.ChangedMeanwhile)
            _conflict = result.Site;
        else if (Site is not null && result.Site is { } seen)
            // AURA was looked at: that is what is being edited now
            _opened = seen.Version;
        if (result.Outcome == SiteOutcome.ReferenceTaken)
        {
            _faults.Add(_context.Field(nameof(SiteInput.Reference)), SiteSentences.Of(result));
            await FocusAsync(nameof(SiteInput.Reference));
        }
    }

    private void TakeCurrent()
    {
        Begin(SiteInput.Of(_conflict!));
        Settle();
    }

    private void KeepTyped()
    {
        Settle();
        _isKept = true;
    }

    private void Settle()
    {
        _opened = _conflict!.Version;
        (_conflict, _result) = (null, null);
    }

    private async Task FocusAsync(string field)
    {
        ElementReference? element = field switch
        {
            nameof(SiteInput.Reference) => _reference?.Element,
            nameof(SiteInput.Name) => _name?.Element,
            nameof(SiteInput.Address) => _address?.Element,
            nameof(SiteInput.Latitude) => _latitude?.Element,
            nameof(SiteInput.Longitude) => _longitude?.Element,
            nameof(SiteInput.Type) => _type?.Element,
            nameof(SiteInput.W3w) => _w3w?.Element,
            _ => _information?.Element,
        };
        if (element is { } found)
            await found.FocusAsync();
    }
}
