using AuraConsole.Web.Components;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using NodaTime;

namespace AuraConsole.Web.Features.Audit;

/// <summary>The audit, searched. What is searched for stands in the address, so that it can be kept and sent on.</summary>
public sealed partial class AuditPage : IDisposable
{
    private const string Address = "/admin/audit";

    private readonly CancellationTokenSource _cts = new();
    private IReadOnlyList<string> _kinds = [];
    private IReadOnlyList<Operator> _people = [];
    private AuditSlice? _slice;
    private DateTimeZone? _zone;
    private string? _kind;
    private string? _by;
    private string? _subject;
    private DateOnly? _from;
    private DateOnly? _until;
    private string? _fault;

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery]
    private string? By { get; set; }

    [SupplyParameterFromQuery]
    private string? Subject { get; set; }

    [SupplyParameterFromQuery]
    private DateOnly? From { get; set; }

    [SupplyParameterFromQuery]
    private DateOnly? Until { get; set; }

    [SupplyParameterFromQuery]
    private long? Before { get; set; }

    [Inject]
    private AuditReader Reader { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    private string ExportAddress => Navigation.GetUriWithQueryParameters(AuditExport.Path, new Dictionary<string, object?>(Parameters(null)) { ["zone"] = _zone!.Id });

    public void Dispose()
    {
        _cts.Cancel();
        _cts.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        (_kind, _by, _subject, _from, _until, _fault) = (Kind, By, Subject, From, Until, null);
        try
        {
            _zone ??= LocalDays.Zone(await BrowserZone.ReadAsync(Script));
            if (_people.Count == 0)
                (_kinds, _people) = (await Reader.KindsAsync(_cts.Token), await Reader.PeopleAsync(_cts.Token));
            _slice = await Reader.ReadAsync(AuditExport.Query(Kind, By, Subject, From, Until, _zone) with { Before = Before }, (await Authentication).User, _cts.Token);
        }
        catch (OperationCanceledException) when (_cts.IsCancellationRequested)
        {
            // the page is gone
        }
    }

    private void Search()
    {
        _fault = _from > _until ? AuditText.DayFault : null;
        if (_fault is null)
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(Address, new Dictionary<string, object?>
            {
                ["kind"] = Wanted(_kind),
                ["by"] = Wanted(_by),
                ["subject"] = Wanted(_subject),
                ["from"] = _from,
                ["until"] = _until,
            }));
    }

    private string AddressOf(long? before) => Navigation.GetUriWithQueryParameters(Address, Parameters(before));

    private Dictionary<string, object?> Parameters(long? before) => new()
    {
        ["kind"] = Wanted(Kind),
        ["by"] = Wanted(By),
        ["subject"] = Wanted(Subject),
        ["from"] = From,
        ["until"] = Until,
        ["before"] = before,
    };

    private static string? Wanted(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
