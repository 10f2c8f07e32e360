using System.Globalization;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Patrols.Recurring;
using AuraConsole.Web.Features.Patrols.Scheduling;
using AuraConsole.Web.Features.Patrols.Showing;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.TimeZones;

namespace AuraConsole.Web.Features.Patrols.Pages;

/// <summary>Schedules a patrol, and shows beforehand what will come of it.</summary>
public sealed partial class PatrolForm : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly PatrolInput _input = new();
    private IReadOnlyList<PatrolFault> _faults = [];
    private IReadOnlyList<PatrolConflict> _conflicts = [];
    private RecurrenceRule? _rule;
    private (DateOnly?, TimeOnly?) _set;
    private string? _refusal;
    private bool _seesCustomers;
    private int _turn;
    private bool _busy;

    [Inject]
    private PatrolCommands Commands { get; set; } = default!;

    [Inject]
    private PatrolQueries Queries { get; set; } = default!;

    [Inject]
    private CustomerSearch Customers { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [Inject]
    private IOptions<PatrolsOptions> Options { get; set; } = default!;

    [Inject]
    private ILogger<PatrolForm> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>The site to begin with.</summary>
    [Parameter]
    public int? SiteId { get; set; }

    /// <summary>Our id of the customer to begin with.</summary>
    [Parameter]
    public int? CustomerId { get; set; }

    [Parameter]
    public DateOnly? Date { get; set; }

    [Parameter]
    public TimeOnly? Time { get; set; }

    [Parameter]
    public int? Minutes { get; set; }

    /// <summary>It was recorded; whatever came of it is shown there.</summary>
    [Parameter, EditorRequired]
    public EventCallback<int> OnDone { get; set; }

    protected override async Task OnInitializedAsync()
    {
        (_input.Date, _input.Time, _input.Zone) = (Date, Time, Options.Value.TimeZone);
        _set = (Date, Time);
        if (Minutes is { } minutes)
            _input.Minutes = Math.Clamp(minutes, 1, RecurrenceRule.MostMinutes).ToString(CultureInfo.InvariantCulture);
        _input.ServiceType = Options.Value.Offered.First().Id;
        _input.Customer = Options.Value.CustomerId?.ToString(CultureInfo.InvariantCulture) ?? "";
        var scope = Scopes.Of((await Authentication).User);
        _seesCustomers = scope.Covers(null);
        if (CustomerId is { } person && await Customers.FindAsync(person, scope, _gone.Token) is { } customer)
            (_input.ForCustomer, _input.Person) = (true, customer);
        if (SiteId is { } id && await Queries.SiteAsync(id, scope, _gone.Token) is { } site)
            await ChooseAsync(site);
        else
            await PreviewAsync();
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task ChooseAsync(Site? site)
    {
        _input.Site = site;
        if (site is not null)
        {
            SetZone(site.TimeZoneId ?? Options.Value.TimeZone);
            if ((site.CustomerAuraId ?? Options.Value.CustomerId) is { } customer)
                _input.Customer = customer.ToString(CultureInfo.InvariantCulture);
        }
        await PreviewAsync();
    }

    /// <summary>A slot of the calendar is a moment on the calendar's clock, and stays that moment at a site elsewhere; what was typed stays as typed.</summary>
    private void SetZone(string zone)
    {
        if (Date is { } date && Time is { } time && _set == (_input.Date, _input.Time)
            && Zones.Find(Options.Value.TimeZone) is { } calendar && Zones.Find(zone) is { } there)
        {
            var local = calendar.ResolveLocal(LocalDate.FromDateOnly(date) + NodaTime.LocalTime.FromTimeOnly(time), Resolvers.LenientResolver).WithZone(there);
            (_input.Date, _input.Time) = _set = (local.Date.ToDateOnly(), local.TimeOfDay.ToTimeOnly());
        }
        _input.Zone = zone;
    }

    private async Task PreviewAsync()
    {
        var asked = _input.ToRequest();
        (_rule, _conflicts) = (PatrolRules.RuleOf(asked), []);
        var turn = ++_turn;
        if (_rule is null || (asked.ForCustomer ? asked.CustomerAuraId is null : asked.SiteId is null))
            return;
        try
        {
            var found = await Queries.ConflictsAsync(_rule, asked, Scopes.Of((await Authentication).User), _gone.Token);
            if (turn == _turn)
                _conflicts = found;
        }
        catch (OperationCanceledException)
        {
            // the page is gone
        }
    }

    private async Task SubmitAsync()
    {
        if (_busy)
            return;
        (_busy, _refusal, _faults) = (true, null, []);
        try
        {
            var outcome = await Commands.ScheduleAsync(_input.ToRequest(), (await Authentication).User);
            _faults = outcome.Faults;
            if (outcome.PatrolId is { } id)
                await OnDone.InvokeAsync(id);
        }
        catch (Exception failure)
        {
            PatrolLog.Failed(Logger, failure);
            _refusal = PatrolsText.Failed;
        }
        finally
        {
            _busy = false;
        }
    }

    private string? Sentence(string field) => _faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;

    private Dictionary<string, object> About(string id, string field)
    {
        var about = new Dictionary<string, object>();
        if (Sentence(field) is not null)
            (about["aria-invalid"], about["aria-describedby"]) = ("true", $"{id}-fault");
        return about;
    }
}
