using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Admin.Deliveries;

/// <summary>What AURA delivered and what became of it, hour by hour and one by one.</summary>
public sealed partial class DeliveriesPage : IDisposable
{
    private const string Address = "/admin/deliveries";

    private readonly CancellationTokenSource _cts = new();
    private IReadOnlyList<LedgerHour>? _ledger;
    private IReadOnlyList<DeliveryLine> _lines = [];
    private bool _hasOlder;
    private bool _isLoaded;
    private bool _isBusy;
    private string? _news;

    [SupplyParameterFromQuery]
    private string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "hour")]
    private string? HourText { get; set; }

    [SupplyParameterFromQuery]
    private long? Before { get; set; }

    [Inject]
    private DeliveryReader Reader { get; set; } = default!;

    [Inject]
    private DeliveryReplay Replay { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    private DeliveryStatus? Wanted => Enum.TryParse<DeliveryStatus>(Status, ignoreCase: true, out var status) ? status : null;

    private DateTimeOffset? Hour => DateTimeOffset.TryParse(HourText, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var hour) ? hour : null;

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
            _ledger = await Reader.LedgerAsync(Time.GetUtcNow().AddHours(1), user, _cts.Token);
            (_lines, _hasOlder) = await Reader.ListAsync(Wanted, Hour, Before, user, _cts.Token);
            _isLoaded = true;
        }
        catch (OperationCanceledException) when (_cts.IsCancellationRequested)
        {
            // the page is gone
        }
    }

    private async Task ReplayAllAsync()
    {
        if (_isBusy)
            return;
        _isBusy = true;
        try
        {
            _news = Say.With(DeliveriesText.ReplayedAll, await Replay.ReplaySetAsideAsync((await Authentication).User, _cts.Token));
            await LoadAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }

    private static string Refusals(DeliveryHour hour)
    {
        var told = Say.Joined(
            hour.Unproven == 0 ? null : Say.With(DeliveriesText.Unproven, hour.Unproven), hour.Malformed == 0 ? null : Say.With(DeliveriesText.Malformed, hour.Malformed),
            hour.NotStored == 0 ? null : Say.With(DeliveriesText.NotStored, hour.NotStored), hour.BrokenOff == 0 ? null : Say.With(DeliveriesText.BrokenOff, hour.BrokenOff));
        return told.Length == 0 ? "0" : told;
    }

    private static string Balance(LedgerHour hour) => hour switch
    {
        { Missing: > 0 } => Say.With(DeliveriesText.Missing, hour.Missing),
        { Uncounted: > 0 } => Say.With(DeliveriesText.Uncounted, hour.Uncounted),
        { IsOver: false } => DeliveriesText.Running,
        _ => DeliveriesText.Balanced,
    };

    private string AddressOf(DeliveryStatus? status, DateTimeOffset? hour, long? before) => Navigation.GetUriWithQueryParameters(Address, new Dictionary<string, object?>
    {
        ["status"] = status?.ToString(),
        ["hour"] = hour?.UtcDateTime.ToString("yyyy-MM-dd'T'HH'Z'", CultureInfo.InvariantCulture).Replace("Z", ":00Z", StringComparison.Ordinal),
        ["before"] = before,
    });
}
