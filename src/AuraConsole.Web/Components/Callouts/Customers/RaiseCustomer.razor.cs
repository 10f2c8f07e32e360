using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Outbound.Customers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Components.Callouts.Customers;

/// <summary>The part of the raise dialog for a customer at a live location. Closing it stops nothing.</summary>
public sealed partial class RaiseCustomer : IDisposable
{
    private readonly RaiseCustomerForm _form = new();
    private readonly CancellationTokenSource _gone = new();
    private CommandRun _run = default!;
    private IReadOnlyList<ResponseType>? _types;
    private CoverageAnswer? _coverage;
    private bool? _covered;
    private int _turn;
    private bool _typesRead;
    private bool _checking;
    private bool _needsAnyway;

    [Inject]
    private CustomerRaises Raises { get; set; } = default!;

    [Inject]
    private CustomerChoices Choices { get; set; } = default!;

    [Inject]
    private CustomerSearch Search { get; set; } = default!;

    [Inject]
    private CustomerCover Cover { get; set; } = default!;

    [Inject]
    private CommandBoard CommandBoard { get; set; } = default!;

    [Inject]
    private Board Board { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private ILogger<RaiseCustomer> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>Our id of a customer chosen beforehand.</summary>
    [Parameter]
    public int? CustomerId { get; set; }

    [Parameter]
    public EventCallback OnClosed { get; set; }

    /// <summary>The person wants to see this callout.</summary>
    [Parameter]
    public EventCallback<long> OnOpen { get; set; }

    /// <summary>AURA keeps one active callout per customer: after joining it there is nothing more to raise.</summary>
    private bool MayRaise => _run.MayRepeat && _run.Outcome is not { State: CommandState.Joined };

    private BoardRow? Existing => _run.Outcome is { State: CommandState.Joined, CalloutId: { } id } ? Board.Now.Find(id) : null;

    protected override async Task OnInitializedAsync()
    {
        _run = new CommandRun(CommandBoard, Time, Logger, () => InvokeAsync(Follow));
        if (CustomerId is { } id)
        {
            if (await Search.FindAsync(id, Scopes.Of((await Authentication).User), _gone.Token) is { } customer)
                await ChooseAsync(customer);
            else
                _form.Refuse(Resources.RaiseCustomerText.CustomerGone);
        }
        await ReadTypesAsync();
    }

    public void Dispose()
    {
        _gone.Cancel();
        _run.Dispose();
        _gone.Dispose();
    }

    private async Task ReadTypesAsync()
    {
        try
        {
            _types = await Choices.ResponseTypesAsync(_gone.Token);
            _typesRead = true;
            if (_form.Type.Length == 0 && _types is [var only])
                _form.Type = FormattableString.Invariant($"{only.Id}");
        }
        catch (OperationCanceledException)
        {
            // closed meanwhile
        }
    }

    private async Task ChooseAsync(Customer? customer)
    {
        _form.Choose(customer);
        _covered = null;
        if (customer is null)
            return;
        var covered = await Cover.IsCoveredAsync(customer.AuraId, _gone.Token);
        if (_form.Customer?.Id == customer.Id)
            _covered = covered;
    }

    /// <summary>Asked as soon as type and place are known, so that a person decides before the button is pressed.</summary>
    private async Task AskCoverageAsync()
    {
        var turn = ++_turn;
        (_coverage, _form.Anyway, _needsAnyway) = (null, false, false);
        if (_form.TypeId is not { } type || _form.Place.Position is not { } place)
            return;
        try
        {
            var answer = await Choices.CoversAsync(type, place.Latitude, place.Longitude, _gone.Token);
            if (turn == _turn)
                _coverage = answer;
        }
        catch (OperationCanceledException)
        {
            // closed meanwhile
        }
    }

    private async Task RaiseAsync()
    {
        if (_checking || !MayRaise || _covered == false || !_form.Check(_types ?? []))
            return;
        _checking = true;
        try
        {
            if (_coverage is null)
                await AskCoverageAsync();
        }
        finally
        {
            _checking = false;
        }
        _needsAnyway = _coverage == CoverageAnswer.Outside;
        if (_needsAnyway && !_form.Anyway)
            return;
        var user = (await Authentication).User;
        // a browser that closes does not stop it
        await _run.SendAsync(id => Raises.RaiseAsync(_form.Request(id), Operator.From(user), Scopes.Of(user), CancellationToken.None));
    }

    private void Follow()
    {
        _run.Follow();
        StateHasChanged();
    }
}
