using AuraConsole.Web.Features.Alarm;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E.Pages;

/// <summary>The lamp in the truth bar, the dialog behind it, and what the browser's own engine says.</summary>
internal sealed class Sound(IPage page)
{
    public ILocator Lamp => page.Locator("button[data-sound]");

    public ILocator Quiet => page.Locator("button[data-sounding]");

    public ILocator Dialog => page.GetByRole(AriaRole.Dialog, new() { Name = AlarmText.DialogTitle });

    public Task ExpectAsync(LampState state) => Expect(Lamp).ToHaveAttributeAsync("data-sound", state.ToString());

    public async Task OpenAsync()
    {
        await Lamp.ClickAsync();
        await Expect(Dialog).ToBeVisibleAsync();
    }

    public Task MuteAsync(int minutes) =>
        Dialog.GetByRole(AriaRole.Button, new() { Name = string.Format(System.Globalization.CultureInfo.InvariantCulture, AlarmText.MuteMinutes, minutes), Exact = true }).ClickAsync();

    /// <summary>Waits until the engine has played a level so often since the page was loaded.</summary>
    public Task PlayedAsync(string level, int times) =>
        page.WaitForFunctionAsync("([level, times]) => (globalThis.auraAlarm?.state().plays[level] ?? 0) >= times", new object[] { level, times });

    /// <summary>Waits until what plays comes out of the audio graph, loud enough to be heard and not beyond what a graph can carry.</summary>
    public Task HeardAsync() => page.WaitForFunctionAsync("() => { const peak = globalThis.auraAlarm.state().peak; return peak > 0.01 && peak < 1.5; }");

    /// <summary>Waits until the engine wants to play a level, or "None".</summary>
    public Task WantsAsync(string level) => page.WaitForFunctionAsync("level => globalThis.auraAlarm?.state().wanted === level", level);
}
