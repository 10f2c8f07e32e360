using System.Globalization;
using System.Security.Claims;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Customers.Changing;
using AuraConsole.Web.Features.Customers.Reading;
using AuraConsole.Web.Features.Customers.Showing;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Customers.Pages;

/// <summary>A customer's subscriptions: activate, renew, cancel; and why no callout can be raised without one.</summary>
public sealed partial class SubscriptionsCard : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private IReadOnlyList<SubscriptionType>? _types;
    private IReadOnlyList<(string Field, string Sentence)> _faults = [];
    private TermsInput _terms = new();
    private CustomerSubscription? _about;
    private Doing _doing;
    private bool _isRunning;
    private bool _isStale;

    private enum Doing
    {
        Nothing,
        Activate,
        Renew,
        Cancel,
    }

    [Inject]
    private SubscriptionCommands Commands { get; set; } = default!;

    [Inject]
    private CustomerReading Reading { get; set; } = default!;

    [Inject]
    private SubscriptionTypes Types { get; set; } = default!;

    [Inject]
    private IOptions<CustomersOptions> Options { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter, EditorRequired]
    public Customer Customer { get; set; } = default!;

    /// <summary>The last to end first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<CustomerSubscription> Subscriptions { get; set; } = [];

    [Parameter, EditorRequired]
    public SubscriptionState State { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<CustomerResult> OnResult { get; set; }

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    protected override Task OnInitializedAsync() => ReadTypesAsync();

    public void Dispose()
    {
        _cts.Cancel();
        _cts.Dispose();
    }

    private static string Day(DateTimeOffset? at) => at?.UtcDateTime.ToString("d MMM yyyy", CultureInfo.CurrentCulture) ?? CustomersText.NothingTold;

    private SubscriptionState StateOf(CustomerSubscription one) => SubscriptionStates.Of(one, Time.GetUtcNow(), Options.Value.ExpiringWithin);

    private string NameOf(CustomerSubscription one) => one.TypeName
        ?? _types?.FirstOrDefault(type => type.Id == one.TypeId) switch
        {
            { } type => SubscriptionTypes.NameOf(type),
            _ => one.TypeId is { } id ? Say.With(CustomersText.TypeNumber, id) : CustomersText.NothingTold,
        };

    private async Task ReadTypesAsync()
    {
        try
        {
            _types = await Types.ListAsync(_cts.Token);
        }
        catch (OperationCanceledException)
        {
            // the page is gone
        }
    }

    private void Begin(Doing what, CustomerSubscription? about)
    {
        (_doing, _about, _faults) = (what, about, []);
        _terms = TermsInput.Beginning(Today);
        if (about?.ValidTo is { } end && DateOnly.FromDateTime(end.UtcDateTime) is var day && day >= Today)
            _terms.To = day.AddYears(1);
    }

    private void End() => (_doing, _about, _faults) = (Doing.Nothing, null, []);

    private Task ReadAsync() => RunAsync(async _ =>
    {
        _isStale = !await Reading.SubscriptionsAsync(Customer, _cts.Token);
        return null;
    });

    private Task ActivateAsync()
    {
        _faults = [.. CustomerInputRules.Check(_terms, _types ?? [], Today)];
        return _faults.Count > 0 ? Task.CompletedTask : RunAsync(async user => await Commands.ActivateAsync(Customer.Id, _terms.ToTerms(), user, _cts.Token));
    }

    private Task RenewAsync()
    {
        _faults = _terms.To is not { } to ? [(nameof(TermsInput.To), CustomersText.NeedDate)]
            : to < Today ? [(nameof(TermsInput.To), CustomersText.PastDates)]
            : [];
        return _faults.Count > 0 || _about is not { } about
            ? Task.CompletedTask
            : RunAsync(async user => await Commands.RenewAsync(Customer.Id, about.Id, TermsInput.End(_terms.To!.Value), user, _cts.Token));
    }

    private Task CancelAsync() => _about is { } about
        ? RunAsync(async user => await Commands.CancelAsync(Customer.Id, about.Id, user, _cts.Token))
        : Task.CompletedTask;

    private async Task RunAsync(Func<ClaimsPrincipal, Task<CustomerResult?>> run)
    {
        if (_isRunning)
            return;
        _isRunning = true;
        try
        {
            if (await run((await Authentication).User) is not { } result)
                return;
            End();
            await OnResult.InvokeAsync(result);
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
