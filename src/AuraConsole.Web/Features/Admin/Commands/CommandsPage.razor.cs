using System.Globalization;
using AuraConsole.Web.Data.Entities;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Admin.Commands;

/// <summary>What was asked of AURA, by whom, and what came of it.</summary>
public sealed partial class CommandsPage : IDisposable
{
    private const string Address = "/admin/commands";

    private static readonly CommandState[] States = Enum.GetValues<CommandState>();

    private readonly CancellationTokenSource _cts = new();
    private IReadOnlyList<CommandDay>? _days;
    private IReadOnlyList<CommandLine> _lines = [];
    private bool _hasOlder;
    private bool _isLoaded;

    [SupplyParameterFromQuery]
    private bool Patrols { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private long? Before { get; set; }

    [Inject]
    private CommandReader Reader { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    private CommandState? Wanted => Enum.TryParse<CommandState>(State, ignoreCase: true, out var state) ? state : null;

    public void Dispose()
    {
        _cts.Cancel();
        _cts.Dispose();
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var user = (await Authentication).User;
            _days = await Reader.LedgerAsync(Patrols, user, _cts.Token);
            var before = Before is { } ticks and > 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : (DateTimeOffset?)null;
            (_lines, _hasOlder) = await Reader.ListAsync(Patrols, Wanted, before, user, _cts.Token);
            _isLoaded = true;
        }
        catch (OperationCanceledException) when (_cts.IsCancellationRequested)
        {
            // the page is gone
        }
    }

    private string AddressOf(bool patrols, CommandState? state, DateTimeOffset? before) => Navigation.GetUriWithQueryParameters(Address, new Dictionary<string, object?>
    {
        ["patrols"] = patrols ? true : null,
        ["state"] = state?.ToString(),
        ["before"] = before?.UtcTicks.ToString(CultureInfo.InvariantCulture),
    });
}
