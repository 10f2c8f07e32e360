using AuraConsole.Web.Apply;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Resources;
using AuraConsole.Web.SiteCare.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Board.Bulk;

/// <summary>Shows for each callout what will happen, asks for one comment, does it, and shows for each what came of it.</summary>
public sealed partial class BulkDialog : IDisposable
{
    private readonly Dictionary<long, Guid> _commands = [];
    private readonly Dictionary<long, BulkResult> _results = [];
    private (string Title, string Text, string Label, string Confirm) _words;
    private List<BulkStep> _steps = [];
    private IDisposable? _changes;
    private Operator? _me;
    private string _comment = "";
    private IReadOnlyDictionary<long, int> _open = new Dictionary<long, int>();
    private string? _stepsReason;
    private bool _missing;
    private bool _stepsMissing;
    private bool _running;
    private bool _ended;

    [Inject]
    private VisibleBoard Board { get; set; } = default!;

    [Inject]
    private CommandBoard CommandBoard { get; set; } = default!;

    [Inject]
    private BulkActions Actions { get; set; } = default!;

    [Inject]
    private CalloutPlans Plans { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter, EditorRequired]
    public BulkKind Kind { get; set; }

    /// <summary>AURA's ids, at most <see cref="Picks.Most"/>.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<long> Ids { get; set; } = [];

    [Parameter]
    public EventCallback OnClosed { get; set; }

    /// <summary>All have had their turn.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    private bool IsRequired => Kind != BulkKind.Claim;

    private int Longest => Kind == BulkKind.PutAway ? Command.ReasonLength : CalloutNotes.TextLength;

    private int Doing => _steps.Count(step => step.IsDone);

    private string Summary =>
        _ended ? Say.With(BulkText.Ended, _results.Values.Count(result => result.IsGood), _results.Values.Count(result => !result.IsGood), _steps.Count - _results.Count)
        : _running ? Say.With(BulkText.Running, _results.Count, Doing)
        : Say.With(BulkText.Summary, Doing, _steps.Count - Doing);

    protected override async Task OnInitializedAsync()
    {
        _words = BulkWords.Of(Kind);
        _me = Operator.From((await Authentication).User);
        foreach (var id in Ids.Take(Picks.Most))
            _commands.Add(id, Guid.NewGuid());
        // the preview stays true while it is read
        _changes = Board.Subscribe(() => InvokeAsync(async () =>
        {
            await CountAsync();
            Plan();
            StateHasChanged();
        }));
        Plan();
        await CountAsync();
    }

    public void Dispose() => _changes?.Dispose();

    /// <summary>Of those that will be put away, how many have compulsory steps open.</summary>
    private int OpenOnes => _steps.Count(step => step.IsDone && _open.ContainsKey(step.Id));

    private async Task CountAsync()
    {
        if (Kind == BulkKind.PutAway && !_running && !_ended)
            _open = await Plans.OpenAsync([.. _commands.Keys], (await Authentication).User, CancellationToken.None);
    }

    private string Told(BulkStep step) => step.IsDone && _open.TryGetValue(step.Id, out var open)
        ? Say.Joined(BulkWords.Of(step), Say.With(PlanText.BulkStep, open)) : BulkWords.Of(step);

    private void Plan()
    {
        if (_running || _ended)
            return;
        var board = Board.Now;
        var standingDown = CommandBoard.Open.Where(c => c.Kind == CommandKind.Cancel).Select(c => c.CalloutId).ToHashSet();
        _steps = [.. _commands.Keys.Select(id => BulkPlan.Of(Kind, id, board.Find(id), _me?.Id, standingDown.Contains(id)))];
    }

    private async Task RunAsync()
    {
        var comment = _comment.Trim();
        _missing = IsRequired && comment.Length == 0;
        _stepsMissing = OpenOnes > 0 && string.IsNullOrWhiteSpace(_stepsReason);
        if (_missing || _stepsMissing || _running || _ended || _me is null)
            return;
        Plan();
        _running = true;
        using (var turns = new SemaphoreSlim(Kind == BulkKind.PutAway ? BulkActions.CancelsAtOnce : 1))
            await Task.WhenAll(_steps.Where(step => step.IsDone).Select(step => DoAsync(step, comment, turns)));
        (_running, _ended) = (false, true);
        await OnDone.InvokeAsync();
    }

    private async Task DoAsync(BulkStep step, string comment, SemaphoreSlim turns)
    {
        await turns.WaitAsync();
        try
        {
            _results[step.Id] = await Actions.DoAsync(step, comment, _stepsReason, _commands[step.Id], _me!);
        }
        finally
        {
            turns.Release();
        }
        StateHasChanged();
    }
}
