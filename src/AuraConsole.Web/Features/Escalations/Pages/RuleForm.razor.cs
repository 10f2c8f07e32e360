using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Escalations.Rules;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Escalations.Pages;

/// <summary>Edits a rule, or makes one. What was typed stays until it is saved; another admin's change in between is shown beside it.</summary>
public sealed partial class RuleForm
{
    private RuleInput _input = new();
    private Dictionary<string, string> _faults = [];
    private EscalationRule? _conflict;
    private Guid _opened;
    private string? _refusal;
    private bool _busy;

    [Inject]
    private RuleDesk Desk { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>The rule to edit; null for a new one.</summary>
    [Parameter]
    public EscalationRule? Rule { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    private string Title => Rule is null ? EscalationText.NewTitle : EscalationText.EditTitle;

    protected override void OnInitialized()
    {
        if (Rule is not null)
            (_input, _opened) = (RuleInput.Of(Rule), Rule.Version);
    }

    private string? Invalid(string field) => _faults.ContainsKey(field) ? "true" : null;

    private async Task SaveAsync()
    {
        if (_busy || _conflict is not null)
            return;
        _refusal = null;
        _faults = _input.Check();
        if (_faults.Count > 0)
            return;
        _busy = true;
        try
        {
            await ShowAsync(await Desk.SaveAsync(Rule?.Id, _opened, _input, (await Authentication).User, CancellationToken.None));
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ShowAsync(RuleResult result)
    {
        switch (result.Outcome)
        {
            case RuleOutcome.Done:
                await OnSaved.InvokeAsync();
                break;
            case RuleOutcome.ChangedMeanwhile:
                _conflict = result.Rule;
                break;
            case RuleOutcome.NameTaken:
                _faults = new() { [nameof(RuleInput.Name)] = EscalationText.NameTaken };
                break;
            default:
                _refusal = result.Outcome == RuleOutcome.TooMany ? EscalationText.TooMany : EscalationText.Gone;
                break;
        }
    }

    private void Settle(bool take)
    {
        if (take)
            _input = RuleInput.Of(_conflict!);
        (_opened, _conflict) = (_conflict!.Version, null);
    }
}
