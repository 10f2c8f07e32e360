using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;

namespace AuraConsole.Web.Components.Callouts.Customers;

/// <summary>Picks a customer in service by typing. The input's text belongs to the browser: the server never writes into it while somebody types.</summary>
public sealed partial class CustomerPicker : IDisposable
{
    private const int Most = 8;

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<Customer> _found = [];
    private string? _nothingFor;
    private int _turn;
    private int _active = -1;
    private bool _open;
    private bool _failed;

    [Inject]
    private CustomerSearch Search { get; set; } = default!;

    [Inject]
    private Scopes Scopes { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private ILogger<CustomerPicker> Logger { get; set; } = default!;

    [Parameter]
    public EventCallback<Customer> OnChosen { get; set; }

    /// <summary>What is wrong with the choice.</summary>
    [Parameter]
    public string? Error { get; set; }

    private static string NameOf(Customer customer) => CustomerMask.Name(customer) ?? Say.With(CalloutText.Customer, customer.AuraId);

    private bool IsOpen => _open && _found.Count > 0;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task HandleInputAsync(ChangeEventArgs change)
    {
        var text = ((string?)change.Value ?? "").Trim();
        var turn = ++_turn;
        IReadOnlyList<Customer> found = [];
        try
        {
            if (text.Length > 0)
                found = await Search.FindAsync(text, Most, Scopes.Of((await Authentication).User), _gone.Token);
            if (turn != _turn)
                return;
            _failed = false;
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception failure)
        {
            Log.SearchFailed(Logger, failure);
            _failed = true;
        }
        (_found, _open, _active) = (found, true, found.Count > 0 ? 0 : -1);
        _nothingFor = text.Length > 0 && found.Count == 0 ? text : null;
    }

    private async Task HandleKeyAsync(KeyboardEventArgs pressed)
    {
        switch (pressed.Key)
        {
            case "ArrowDown" or "ArrowUp" when !IsOpen:
                _open = true;
                break;
            case "ArrowDown":
                _active = (_active + 1) % _found.Count;
                break;
            case "ArrowUp":
                _active = (_active + _found.Count - 1) % _found.Count;
                break;
            case "Escape" or "Tab":
                _open = false;
                break;
            case "Enter" when IsOpen && _active >= 0:
                await OnChosen.InvokeAsync(_found[_active]);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The customers could not be searched")]
        public static partial void SearchFailed(ILogger logger, Exception failure);
    }
}
