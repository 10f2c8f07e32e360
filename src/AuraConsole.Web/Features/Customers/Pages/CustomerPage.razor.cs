using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Customers.Changing;
using AuraConsole.Web.Features.Customers.Showing;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Customers.Pages;

/// <summary>A customer in full. Each opening is put down in the audit, before anything is shown.</summary>
public sealed partial class CustomerPage : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private IDisposable? _subscription;
    private CustomerView? _view;
    private Customer? _opened;
    private CustomerResult? _news;
    private Asking _asks;
    private int _audited;
    private bool _isLoaded;
    private bool _isEditing;

    private enum Asking
    {
        Nothing,
        Delete,
        Erase,
    }

    [Inject]
    private CustomerQueries Queries { get; set; } = default!;

    [Inject]
    private CustomerCommands Commands { get; set; } = default!;

    [Inject]
    private CustomerErasure Erasure { get; set; } = default!;

    [Inject]
    private CustomerFeed Feed { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [Inject]
    private AuditLog Audit { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IOptions<CustomersOptions> Options { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter]
    public int Id { get; set; }

    private string Title => _view!.Customer switch
    {
        { ErasedAt: not null } erased => Say.With(CustomersText.ErasedTitle, erased.AuraId),
        { FullName: { } name } => name,
        var nameless => Say.With(CustomersText.Nameless, nameless.AuraId),
    };

    private string? Warning => Say.Joined(
        _view!.Callouts.Any(static callout => callout.IsActive) ? CustomersText.EraseActive : null,
        _view.HasPatrols ? CustomersText.HasPatrols : null) is { Length: > 0 } warning ? warning : null;

    private SubscriptionState State => SubscriptionStates.Of(_view!.Subscriptions, Time.GetUtcNow(), Options.Value.ExpiringWithin);

    protected override void OnInitialized()
    {
        if (Navigation.HistoryEntryState == $"{CustomerAction.Register}/{CustomerOutcome.Done}")
            _news = new CustomerResult(CustomerAction.Register, CustomerOutcome.Done);
        _subscription = Feed.Subscribe(() => InvokeAsync(async () =>
        {
            await LoadAsync();
            StateHasChanged();
        }));
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Customer.Id == Id)
            return;
        (_view, _isLoaded, _isEditing, _asks) = (null, false, false, Asking.Nothing);
        await LoadAsync();
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _cts.Cancel();
        _cts.Dispose();
    }

    private async Task LoadAsync()
    {
        try
        {
            var user = (await Authentication).User;
            var view = await Queries.FindAsync(Id, Scopes.Of(user), _cts.Token);
            if (view is { Customer.ErasedAt: null } && _audited != Id)
            {
                await Audit.WriteAsync(Operator.From(user), new AuditNote(CustomerAudit.Opened, CustomerAudit.Subject(Id)), _cts.Token);
                _audited = Id;
            }
            (_view, _isLoaded) = (view, true);
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // the page is gone, and perhaps its token with it
        }
    }

    private async Task EditAsync()
    {
        // fresh from the table, because this page may have been open for hours
        await LoadAsync();
        (_opened, _isEditing, _news, _asks) = (_view?.Customer, _view?.Customer.DeletedAt is null, null, Asking.Nothing);
    }

    private void Ask(Asking what) => (_asks, _news) = (what, null);

    private async Task ConfirmedAsync()
    {
        var (user, asked) = ((await Authentication).User, _asks);
        var result = asked == Asking.Erase
            ? await Erasure.EraseAsync(Id, user, _cts.Token)
            : await Commands.DeleteAsync(Id, _view!.Customer.Version, user, _cts.Token);
        await TellAsync(result);
    }

    private Task DoneAsync(CustomerResult result)
    {
        _isEditing = false;
        return TellAsync(result);
    }

    private async Task TellAsync(CustomerResult result)
    {
        (_news, _asks) = (result, Asking.Nothing);
        await LoadAsync();
    }
}
