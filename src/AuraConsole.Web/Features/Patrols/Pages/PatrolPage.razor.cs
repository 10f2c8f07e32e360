using System.Globalization;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Patrols.Scheduling;
using AuraConsole.Web.Features.Patrols.Showing;
using AuraConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Patrols.Pages;

/// <summary>One patrol: what is planned, what was asked of AURA, and how its visits went.</summary>
public sealed partial class PatrolPage : IDisposable
{
    private const int MostAudit = 30;

    private readonly CancellationTokenSource _gone = new();
    private Guid _cancelId = Guid.NewGuid();
    private IDisposable? _changes;
    private PatrolView? _view;
    private IReadOnlyList<AuditRecord> _audit = [];
    private int _read;
    private bool _isLoaded;
    private bool _cancelling;

    [Inject]
    private PatrolQueries Queries { get; set; } = default!;

    [Inject]
    private PatrolCommands Commands { get; set; } = default!;

    [Inject]
    private AuditLog Audit { get; set; } = default!;

    [Inject]
    private PatrolNews News { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [Inject]
    private IOptions<PatrolsOptions> Options { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter]
    public int Id { get; set; }

    protected override void OnInitialized() => _changes = News.Feed.Subscribe(() => InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    }));

    protected override Task OnParametersSetAsync() => _view?.Patrol.Id == Id ? Task.CompletedTask : LoadAsync();

    public void Dispose()
    {
        _changes?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task LoadAsync()
    {
        try
        {
            var user = (await Authentication).User;
            var view = await Queries.FindAsync(Id, Scopes.Of(user), _gone.Token);
            // where a person is visited is a person's data: nobody reads it unnoticed
            if (view is { CustomerId: { } customer } && _read != Id)
            {
                var subject = string.Create(CultureInfo.InvariantCulture, $"customer:{customer}");
                await Audit.WriteAsync(Operator.From(user), new AuditNote(PatrolKinds.CustomersRead, subject, PatrolKinds.Subject(Id)), _gone.Token);
                _read = Id;
            }
            _view = view;
            _audit = _view is null ? [] : await Audit.AboutAsync(PatrolKinds.Subject(Id), MostAudit, _gone.Token);
            _isLoaded = true;
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // the page is gone
        }
    }

    private async Task<string?> CancelAsync(string reason)
    {
        var outcome = await Commands.CancelAsync(Id, _cancelId, reason, (await Authentication).User);
        _cancelId = Guid.NewGuid();
        await LoadAsync();
        return outcome.Refusal;
    }
}
