using System.Globalization;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

internal sealed class BoardPage(IPage page)
{
    public const string Address = "/";

    private const string Watch = """
        () => {
          const stages = window.__stages = {}, rows = window.__rows = {};
          const look = () => {
            const now = {};
            for (const row of document.querySelectorAll('[data-callout-id]')) {
              const { calloutId: id, stage } = row.dataset;
              now[id] = (now[id] ?? 0) + 1;
              rows[id] = Math.max(rows[id] ?? 0, now[id]);
              const seen = stages[id] ??= [];
              if (seen.at(-1) !== stage) seen.push(stage);
            }
          };
          look();
          new MutationObserver(look).observe(document.body,
            { subtree: true, childList: true, attributes: true, attributeFilter: ['data-stage', 'data-callout-id'] });
        }
        """;

    public ILocator Live => page.Locator("[data-interactive='true']");

    public ILocator RaiseButton => page.GetByRole(AriaRole.Button, new() { Name = BoardText.RaiseCallout })
        .And(page.Locator("button:not(dialog button)"));

    public ILocator Rows => page.Locator("[data-callout-id]");

    public ILocator StandDownButton => page.GetByRole(AriaRole.Button, new() { Name = CalloutText.StandDown });

    public ILocator ClaimButton => page.GetByRole(AriaRole.Button, new() { Name = CalloutText.Claim, Exact = true });

    /// <summary>Commands whose outcome is not settled.</summary>
    public ILocator OpenCommands => page.GetByRole(AriaRole.Status, new() { Name = CalloutText.OpenCommands });

    public RaiseDialog Raise => new(page);

    public StandDownDialog StandDown(long id) => new(page, id);

    public ILocator Row(long id) => page.Locator($"[data-callout-id='{id.ToString(CultureInfo.InvariantCulture)}']");

    /// <summary>Interactive, and its keys are listened to: the page's script comes a moment after its circuit.</summary>
    public async Task ExpectLiveAsync()
    {
        await Expect(Live).ToHaveCountAsync(1);
        await Expect(page.Locator("html[data-keys='on']")).ToHaveCountAsync(1);
    }

    public Task ShowAllAsync() => ShowAsync(BoardText.TabAll);

    public Task ShowClosedAsync() => ShowAsync(BoardText.TabClosed);

    public async Task ExpectStageAsync(long id, CalloutStage stage)
    {
        await Expect(Row(id)).ToHaveCountAsync(1);
        await Expect(Row(id)).ToHaveAttributeAsync("data-stage", stage.ToString());
    }

    public async Task ExpectClosedAsync(long id)
    {
        await ShowClosedAsync();
        await ExpectStageAsync(id, CalloutStage.Closed);
    }

    /// <summary>Opens the callout beside the queue.</summary>
    public async Task SelectAsync(long id)
    {
        await Row(id).ClickAsync();
        await Expect(StandDownButton).ToBeVisibleAsync();
    }

    public async Task<RaiseDialog> OpenRaiseAsync()
    {
        await RaiseButton.ClickAsync();
        await Expect(Raise.Element).ToBeVisibleAsync();
        return Raise;
    }

    public async Task<StandDownDialog> OpenStandDownAsync(long id)
    {
        await SelectAsync(id);
        await StandDownButton.ClickAsync();
        var dialog = StandDown(id);
        await Expect(dialog.Element).ToBeVisibleAsync();
        return dialog;
    }

    /// <summary>The id of the one callout that the list shows.</summary>
    public async Task<long> OnlyIdAsync()
    {
        await Expect(Rows).ToHaveCountAsync(1);
        return long.Parse((await Rows.GetAttributeAsync("data-callout-id"))!, CultureInfo.InvariantCulture);
    }

    /// <summary>Notes from now on every stage that any row showed.</summary>
    public Task WatchStagesAsync() => page.EvaluateAsync(Watch);

    /// <summary>The stages that a callout's row has shown, one after the other.</summary>
    public async Task<IReadOnlyList<CalloutStage>> SeenStagesAsync(long id) =>
        [.. (await page.EvaluateAsync<string[]>("id => window.__stages[id] ?? []", id.ToString(CultureInfo.InvariantCulture))).Select(Enum.Parse<CalloutStage>)];

    /// <summary>How many rows a callout had at most at one moment.</summary>
    public Task<int> MostRowsAsync(long id) => page.EvaluateAsync<int>("id => window.__rows[id] ?? 0", id.ToString(CultureInfo.InvariantCulture));

    private async Task ShowAsync(string tab)
    {
        var control = page.GetByRole(AriaRole.Group, new() { Name = BoardText.Tabs }).GetByRole(AriaRole.Button, new() { Name = tab });
        await control.ClickAsync();
        await Expect(control).ToHaveAttributeAsync("aria-pressed", "true");
    }
}
