using System.Text.Json;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Features.Alarm;
using Microsoft.Playwright;

namespace AuraConsole.E2E.Pages;

/// <summary>
/// A page where nobody has clicked or typed. Whatever Playwright asks a page counts as a click for the browser, so this one is asked past
/// it, and only looked at.
/// </summary>
internal sealed class Untouched
{
    private readonly ICDPSession _browser;

    private Untouched(IPage page, ICDPSession browser) => (Page, _browser) = (page, browser);

    /// <summary>Touching it ends its innocence.</summary>
    public IPage Page { get; }

    public static async Task<Untouched> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var browser = await context.NewCDPSessionAsync(page);
        await page.GotoAsync("/");
        return new Untouched(page, browser);
    }

    public Task ExpectAsync(LampState state) =>
        Until.TrueAsync(() => IsAsync($"document.querySelector('[data-sound]')?.dataset.sound === '{state}'"), $"the untouched page's lamp says {state}");

    public Task ExpectNoneArmedAsync(bool shown) =>
        Until.TrueAsync(() => IsAsync($"(document.querySelector('.nosound[role=alert]') !== null) === {(shown ? "true" : "false")}"), $"the bar is shown: {shown}");

    /// <summary>A real click into nothing.</summary>
    public Task ClickAsync() => Page.Mouse.ClickAsync(900, 600);

    private async Task<bool> IsAsync(string expression)
    {
        var answer = await _browser.SendAsync("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true, ["userGesture"] = false });
        return answer?.GetProperty("result").TryGetProperty("value", out var value) == true && value.ValueKind == JsonValueKind.True;
    }
}
