using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Customers.Changing;
using AuraConsole.Web.Features.Customers.Showing;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Customers.Pages;

/// <summary>Registers a customer, or edits one. What was typed stays until AURA has agreed; a lost registration is not sent again.</summary>
public sealed partial class CustomerForm : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private TextLine? _name;
    private TextLine? _surname;
    private TextLine? _mobile;
    private CustomerInput _input = new();
    private IReadOnlyList<(string Field, string Sentence)> _faults = [];
    private IReadOnlyList<SubscriptionType>? _types;
    private CustomerResult? _result;
    private Customer? _conflict;
    private string? _checked;
    private Guid _opened;
    private bool _isKept;
    private bool _isRunning;

    [Inject]
    private CustomerCommands Commands { get; set; } = default!;

    [Inject]
    private CustomerRows Rows { get; set; } = default!;

    [Inject]
    private SubscriptionTypes Types { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>The customer to edit, as it was opened; null to register one.</summary>
    [Parameter]
    public Customer? Customer { get; set; }

    /// <summary>AURA has agreed.</summary>
    [Parameter, EditorRequired]
    public EventCallback<CustomerResult> OnDone { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnCancel { get; set; }

    private bool IsNew => Customer is null;

    /// <summary>A registration without an answer: sent again it might be a second one.</summary>
    private bool IsLost => IsNew && _result is { Outcome: CustomerOutcome.Unknown };

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    private string SubmitLabel => (IsNew, _isRunning) switch
    {
        (true, true) => CustomersText.SubmitRegistering,
        (true, false) => CustomersText.SubmitRegister,
        (false, true) => CustomersText.SubmitSaving,
        _ => CustomersText.SubmitSave,
    };

    protected override async Task OnInitializedAsync()
    {
        _opened = Customer?.Version ?? Guid.Empty;
        _input = Customer is null ? new CustomerInput { WithSubscription = true, Terms = TermsInput.Beginning(Today) } : CustomerInput.Of(Customer);
        if (IsNew)
            await ReadTypesAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && _name is not null)
            await _name.FocusAsync();
    }

    public void Dispose()
    {
        _cts.Cancel();
        _cts.Dispose();
    }

    private string? Fault(string field) => _faults.FirstOrDefault(fault => fault.Field == field).Sentence;

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

    private async Task SubmitAsync()
    {
        if (_isRunning || IsLost || _conflict is not null)
            return;
        (_result, _isKept) = (null, false);
        _faults = Faults();
        if (_faults.Count > 0)
            await FocusAsync(_faults[0].Field);
        else
            await SendAsync();
    }

    private List<(string Field, string Sentence)> Faults() =>
    [
        .. CustomerInputRules.Check(_input),
        .. IsNew && _input.WithSubscription ? CustomerInputRules.Check(_input.Terms, _types ?? [], Today) : [],
    ];

    private async Task SendAsync()
    {
        _isRunning = true;
        try
        {
            var user = (await Authentication).User;
            var details = _input.ToDetails();
            var result = Customer is null
                ? await Commands.RegisterAsync(new NewCustomer { Customer = details, Subscription = _input.WithSubscription ? _input.Terms.ToTerms() : null }, user, _cts.Token)
                : await Commands.EditAsync(Customer.Id, _opened, details, user, _cts.Token);
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

    private async Task ShowAsync(CustomerResult result)
    {
        if (result.IsDone)
        {
            await OnDone.InvokeAsync(result);
            return;
        }
        _result = result;
        if (result.Outcome == CustomerOutcome.ChangedMeanwhile)
            _conflict = result.Customer;
        else if (Customer is not null && result is { Outcome: CustomerOutcome.FoundNotDone, Customer: { } seen })
            // AURA was looked at: that is what is being edited now
            _opened = seen.Version;
        if (result.Outcome == CustomerOutcome.Duplicate && _mobile is not null)
            await _mobile.FocusAsync();
    }

    /// <summary>Our own table only: AURA has no list, but its delivery brings a customer in.</summary>
    private async Task CheckAsync()
    {
        if (await Rows.FindAsync(CustomerInputRules.Plain(_input.Mobile), _cts.Token) is { } found)
            await OnDone.InvokeAsync(new CustomerResult(CustomerAction.Register, CustomerOutcome.FoundDone, found));
        else
            _checked = CustomersText.CheckedNone;
    }

    private void TakeCurrent()
    {
        _input = CustomerInput.Of(_conflict!);
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
        var line = field switch
        {
            nameof(CustomerInput.Name) => _name,
            nameof(CustomerInput.Surname) => _surname,
            nameof(CustomerInput.Mobile) => _mobile,
            _ => null,
        };
        if (line is not null)
            await line.FocusAsync();
    }
}
