using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Escalations.Rules;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Escalations.Pages;

/// <summary>The admin's page for rules and the webhook.</summary>
public sealed partial class EscalationAdminPage : IDisposable
{
    private IReadOnlyList<EscalationRule> _rules = [];
    private IDisposable? _changes;
    private EscalationRule? _deleting;
    private Form? _form;
    private string? _news;
    private string? _refusal;

    [Inject]
    private EscalationBook Book { get; set; } = default!;

    [Inject]
    private RuleDesk Desk { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    protected override void OnInitialized()
    {
        _changes = Book.Feed.Subscribe(() => InvokeAsync(() =>
        {
            Read();
            StateHasChanged();
        }));
        Read();
    }

    public void Dispose() => _changes?.Dispose();

    private void Read() => _rules = Book.Rules;

    private void Open(EscalationRule? rule) => (_form, _news, _refusal) = (new Form(rule), null, null);

    private void Saved()
    {
        (_form, _news) = (null, EscalationText.Saved);
        Read();
    }

    private async Task DeleteAsync(EscalationRule rule)
    {
        _deleting = null;
        var result = await Desk.DeleteAsync(rule.Id, rule.Version, (await Authentication).User, CancellationToken.None);
        (_news, _refusal) = result.Outcome is RuleOutcome.Done or RuleOutcome.Gone ? (EscalationText.Deleted, (string?)null) : (null, EscalationText.ConflictTitle);
        Read();
    }

    private sealed record Form(EscalationRule? Rule);
}
