using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Features.Alarm;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>An alarm that nobody hears must not look like a quiet night.</summary>
public sealed class SoundTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private static readonly ConsoleSettings Hasty = new() { Configuration = new Dictionary<string, string> { ["Alarm:NoneArmedAfter"] = "00:00:01" } };

    [Fact]
    public Task Sound_PageOpenedWithoutAGesture_IsBlockedUntilAClick() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var untouched = await Untouched.OpenAsync(dispatcher.Page.Context);

        await untouched.ExpectAsync(LampState.Blocked);
        await untouched.ClickAsync();

        await untouched.ExpectAsync(LampState.NotTested);
    });

    [Fact]
    public Task Sound_PolicyAllows_ArmsByItself() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await using var browser = await dispatcher.Page.Context.Browser!.BrowserType.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"] });
        var context = await browser.NewContextAsync(new() { BaseURL = console.Address.AbsoluteUri });
        await context.AddCookiesAsync((await dispatcher.Page.Context.CookiesAsync()).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }));

        var untouched = await Untouched.OpenAsync(context);

        await untouched.ExpectAsync(LampState.NotTested);
    });

    [Fact]
    public Task Alarm_Unclaimed_RepeatsUntilSomebodyElseClaims() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var other = await SignInAsync(console, Users.Supervisor);
        await dispatcher.Sound.ExpectAsync(LampState.NotTested);

        var id = console.Aura.Raise("SITE-0001")!.Id;
        await dispatcher.Sound.PlayedAsync("Security", 2);
        await dispatcher.Sound.HeardAsync();
        await other.Board.Row(id).ClickAsync();
        await Expect(other.Board.ClaimButton).ToBeVisibleAsync();
        await other.Page.Keyboard.PressAsync("c");

        await dispatcher.Sound.WantsAsync("None");
        await Expect(dispatcher.Sound.Quiet).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Quiet_Pressed_SilencesHereUntilANewcomer() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var other = await SignInAsync(console, Users.Supervisor);
        console.Aura.Raise("SITE-0001");
        await dispatcher.Sound.PlayedAsync("Security", 1);
        await Expect(dispatcher.Sound.Quiet).ToBeVisibleAsync();

        await dispatcher.Page.Keyboard.PressAsync("q");
        await dispatcher.Sound.WantsAsync("None");
        await other.Sound.WantsAsync("Security");
        console.Aura.Raise("SITE-0002");

        await dispatcher.Sound.PlayedAsync("Security", 2);
        await Expect(dispatcher.Sound.Quiet).ToContainTextAsync("(1)");
    });

    [Fact]
    public Task Tab_CalloutsWait_CountsInTitleAndIcon() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var icon = dispatcher.Page.Locator("link[rel=icon]");
        var plain = await icon.GetAttributeAsync("href");

        console.Aura.Raise("SITE-0001");
        await Expect(dispatcher.Page).ToHaveTitleAsync("(1) ▲ Board · AuraConsole");
        var second = console.Aura.Raise("SITE-0002")!.Id;
        await Expect(dispatcher.Page).ToHaveTitleAsync("(2) ▲ Board · AuraConsole");
        await Expect(icon).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^data:image/svg.*%3E2%3C"));
        await dispatcher.Page.Keyboard.PressAsync("q");
        await Expect(dispatcher.Page).ToHaveTitleAsync("(2) Board · AuraConsole");
        await dispatcher.Page.GotoAsync("/sites");
        await Expect(dispatcher.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(2\) ▲ Sites"));

        await dispatcher.Page.GotoAsync($"/?callout={second}");
        await dispatcher.Board.ClaimButton.ClickAsync();
        await Expect(dispatcher.Page).ToHaveTitleAsync("(1) ▲ Board · AuraConsole");
        await dispatcher.Page.GetByRole(AriaRole.Group, new() { Name = BoardText.Tabs }).GetByRole(AriaRole.Button, new() { Name = BoardText.TabNew }).ClickAsync();
        await dispatcher.Board.Rows.First.ClickAsync();
        await dispatcher.Board.ClaimButton.ClickAsync();
        await Expect(dispatcher.Page).ToHaveTitleAsync("Board · AuraConsole");
        await Expect(icon).ToHaveAttributeAsync("href", plain!);
    });

    [Fact]
    public Task Notification_Allowed_NamesUrgencyAndSite() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await NewBrowserAsync(console);
        await dispatcher.Page.Context.GrantPermissionsAsync(["notifications"]);
        await dispatcher.Page.AddInitScriptAsync("""
            window.__notes = [];
            const permission = 'granted';
            window.Notification = class { static permission = permission; static requestPermission = async () => permission; constructor(title, options) { window.__notes.push(`${title}|${options.tag}`); } close() {} };
            """);
        await dispatcher.Page.GotoAsync("/");
        await dispatcher.SignIn.SignInAsync(Users.Dispatcher);
        await dispatcher.Board.ExpectLiveAsync();
        console.Aura.Raise("SITE-0003");
        await dispatcher.Sound.PlayedAsync("Security", 1);
        await dispatcher.Shell.OpenSettingsAsync();
        await dispatcher.Shell.Settings.GetByLabel(AlarmText.NotifyMode).SelectOptionAsync(nameof(NotifyMode.Site));

        var shown = console.Aura.Raise("SITE-0001")!.Id;
        await dispatcher.Page.WaitForFunctionAsync("() => window.__notes.length === 1");
        await dispatcher.Shell.Settings.GetByLabel(AlarmText.NotifyMode).SelectOptionAsync(nameof(NotifyMode.Plain));
        var plain = console.Aura.Raise("SITE-0002")!.Id;
        await dispatcher.Page.WaitForFunctionAsync("() => window.__notes.length === 2");

        var notes = await dispatcher.Page.EvaluateAsync<string[]>("() => window.__notes");
        Assert.StartsWith("Security · ", notes[0], StringComparison.Ordinal);
        Assert.EndsWith($"|callout-{shown}", notes[0], StringComparison.Ordinal);
        Assert.Equal($"New callout: Security|callout-{plain}", notes[1]);
    });

    [Fact]
    public Task Mute_ForAMinute_CountsDownAndComesBack() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Sound.OpenAsync();

        await dispatcher.Sound.MuteAsync(1);
        await dispatcher.Sound.ExpectAsync(LampState.Muted);
        await Expect(dispatcher.Sound.Lamp.Locator("[data-mute-left]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(1:00|0:5[0-9])$"));
        await dispatcher.Page.EvaluateAsync("() => localStorage.setItem('alarm-muted-until', String(Date.now() + 1200))");

        await dispatcher.Sound.ExpectAsync(LampState.NotTested);
    });

    [Fact]
    public Task ShiftTest_AllHeard_ArmsTheLampHere() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Sound.OpenAsync();

        await dispatcher.Sound.Dialog.GetByRole(AriaRole.Button, new() { Name = AlarmText.TestAll }).ClickAsync();
        await dispatcher.Sound.Dialog.GetByRole(AriaRole.Button, new() { Name = AlarmText.TestYes }).ClickAsync();
        await dispatcher.Sound.ExpectAsync(LampState.Armed);
        foreach (var level in AlarmLevels.Playable)
            await dispatcher.Sound.PlayedAsync(level.ToString(), 1);
        await dispatcher.Page.ReloadAsync();
        await dispatcher.Page.Mouse.ClickAsync(900, 600);

        await dispatcher.Sound.ExpectAsync(LampState.Armed);
    });

    [Fact]
    public Task Room_TheOnlyArmedConsoleCloses_TheOthersSaySo() => RunAsync(async () =>
    {
        var console = await StartAsync(Hasty);
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Sound.ExpectAsync(LampState.NotTested);
        var untouched = await Untouched.OpenAsync(dispatcher.Page.Context);
        await untouched.ExpectAsync(LampState.Blocked);
        await untouched.ExpectNoneArmedAsync(shown: false);

        await dispatcher.Page.CloseAsync();
        await untouched.ExpectNoneArmedAsync(shown: true);
        using var ready = await console.Http.GetAsync(new Uri(console.Address, "/health/ready"));
        await untouched.ClickAsync();

        await untouched.ExpectNoneArmedAsync(shown: false);
        Assert.True(ready.IsSuccessStatusCode);
        Assert.Contains("no console with sound", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(console.Log.Lines, line => line.Contains("No console with sound", StringComparison.Ordinal));
    });

    [Fact]
    public Task Connection_Lost_TheBrowserSoundsByItself() => RunAsync(async () =>
    {
        var console = (ChildConsole)await StartAsync(new ConsoleSettings { OwnProcess = true, Configuration = new Dictionary<string, string> { ["Alarm:ConnectionLostAfter"] = "00:00:02" } });
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        await dispatcher.Sound.ExpectAsync(LampState.NotTested);

        await console.KillAsync();
        await dispatcher.Sound.PlayedAsync("Lost", 1);
        await dispatcher.Page.Keyboard.PressAsync("q");
        await dispatcher.Sound.WantsAsync("None");
        await console.RestartAsync();

        await dispatcher.Board.ExpectLiveAsync();
    });
}
