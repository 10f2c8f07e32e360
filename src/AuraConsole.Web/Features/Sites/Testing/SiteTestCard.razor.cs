using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Features.Sites.Reading;
using AuraConsole.Web.Resources;
using AuraConsole.Web.SiteCare;
using AuraConsole.Web.SiteCare.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Sites.Testing;

/// <summary>Puts a site on test, extends or ends it. Length, not time of day: no zone and no change to summer time can move the end.</summary>
public sealed partial class SiteTestCard
{
    private TestLine? _line;
    private IDisposable? _changes;
    private string _reason = "";
    private string _minutes = "";
    private string? _news;
    private string? _refusal;
    private int _shown;
    private bool _isLoaded;
    private bool _busy;

    [Inject]
    private TestDesk Desk { get; set; } = default!;

    [Inject]
    private SiteCareFeed Feed { get; set; } = default!;

    [Inject]
    private SiteFeed Sites { get; set; } = default!;

    [Inject]
    private IOptions<TestingOptions> Options { get; set; } = default!;

    [Inject]
    private ILogger<SiteTestCard> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter, EditorRequired]
    public int SiteId { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == SiteId)
            return;
        (_shown, _news, _refusal) = (SiteId, null, null);
        _minutes = ((int)Options.Value.Standard.TotalMinutes).ToString(CultureInfo.InvariantCulture);
        _changes?.Dispose();
        _changes = Feed.Subscribe(() => InvokeAsync(async () =>
        {
            await LoadAsync();
            StateHasChanged();
        }), SiteId);
        await LoadAsync();
    }

    public void Dispose() => _changes?.Dispose();

    private async Task LoadAsync()
    {
        _line = await Desk.FindAsync(SiteId, (await Authentication).User, CancellationToken.None);
        _isLoaded = true;
    }

    private TimeSpan? Length => int.TryParse(_minutes.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? TimeSpan.FromMinutes(minutes) : null;

    private Task SubmitAsync() => _line is { } line
        ? ActAsync(async user => await Desk.ExtendAsync(line.Test.Id, line.Test.EndsAt, Length, user, CancellationToken.None), TestingText.Extended)
        : ActAsync(async user => await Desk.BeginAsync(SiteId, _reason, Length, user, CancellationToken.None), TestingText.Begun);

    private Task EndAsync() => _line is { } line
        ? ActAsync(async user => await Desk.EndAsync(line.Test.Id, user, CancellationToken.None), TestingText.Ended)
        : Task.CompletedTask;

    private async Task ActAsync(Func<System.Security.Claims.ClaimsPrincipal, Task<TestResult>> act, string done)
    {
        if (_busy)
            return;
        (_busy, _news, _refusal) = (true, null, null);
        try
        {
            var result = await act((await Authentication).User);
            (_news, _refusal) = result.IsDone ? (done, null) : ((string?)null, Sentence(result.Outcome));
            if (result.IsDone)
            {
                _reason = "";
                Sites.Publish();
            }
            await LoadAsync();
        }
        catch (Exception failure) when (failure is not UnauthorizedAccessException)
        {
            Log.Failed(Logger, SiteId, failure);
            _refusal = TestingText.Failed;
        }
        finally
        {
            _busy = false;
        }
    }

    private string Sentence(TestOutcome outcome) => outcome switch
    {
        TestOutcome.NoReason => TestingText.NoReason,
        TestOutcome.NoEnd => TestingText.NoEnd,
        TestOutcome.TooFar => Say.With(TestingText.TooFar, (int)Options.Value.Longest.TotalMinutes),
        TestOutcome.NotLater => TestingText.NotLater,
        TestOutcome.ChangedMeanwhile => TestingText.Changed,
        TestOutcome.TooMany => TestingText.TooMany,
        _ => TestingText.Gone,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The test of site {SiteId} could not be changed")]
        public static partial void Failed(ILogger logger, int siteId, Exception failure);
    }
}
