using System.Security.Cryptography;
using System.Text;
using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Resources;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

/// <summary>Nobody claims, and the supervisor is told: on the board, by sound, and outside.</summary>
public sealed class EscalationTests(BrowserFixture browsers, ITestOutputHelper output) : KeyboardTest(browsers, output)
{
    private const string Secret = "a-secret-of-the-browser-tests";

    private static readonly ConsoleSettings Settings = new() { Configuration = new Dictionary<string, string> { ["Escalation:AllowPrivateTargets"] = "true" } };

    [Fact]
    public Task Unclaimed_TooLong_IsToldOnTheBoardBySoundAndByWebhook() => RunAsync(async () =>
    {
        await using var receiver = await HookReceiver.StartAsync();
        var console = await StartAsync(Settings);
        var (admin, hands) = await SitDownAsync(console, Users.Admin, (1280, 800, "dark"));
        await SetUpAsync(admin.Page, hands, receiver.Url);
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var (supervisor, others) = await SitDownAsync(console, Users.Supervisor, (1280, 800, "light"));

        var id = console.Aura.Raise("SITE-0001")!.Id;

        var strip = supervisor.Page.Locator($"[data-escalation='callout:{id}']");
        await Expect(strip).ToBeVisibleAsync();
        await supervisor.Sound.WantsAsync("Escalated");
        await Expect(dispatcher.Page.Locator($"[data-escalation='callout:{id}']")).ToBeVisibleAsync();
        await Expect(dispatcher.Page.Locator($"[data-escalation='callout:{id}'] button")).ToHaveCountAsync(0);
        await dispatcher.Sound.WantsAsync("Security");
        await Until.TrueAsync(() => receiver.Requests.Any(request => request.Body.Contains("escalation.fired", StringComparison.Ordinal)), "the receiver hears of it");
        var (timestamp, signature, body) = receiver.Requests.Last();
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}"));
        Assert.Equal($"v1={Convert.ToHexString(hash).ToLowerInvariant()}", signature);
        Assert.Contains($"\"calloutId\":{id}", body, StringComparison.Ordinal);

        await others.PressAtAsync(strip.GetByRole(AriaRole.Button));
        await Expect(strip).ToHaveCountAsync(0);
        await supervisor.Sound.WantsAsync("Security");
        await supervisor.Page.GotoAsync("/escalation");
        await Expect(supervisor.Page.Locator($"[data-firing='callout:{id}']")).ToHaveAttributeAsync("data-acknowledged", "true");
        await Expect(admin.Page.Locator("[data-send=Sent]")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Rules_OthersThanAdmins_MayNotSeeThem() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var dispatcher = await SignInAsync(console, Users.Dispatcher);
        var supervisor = await SignInAsync(console, Users.Supervisor);

        foreach (var (person, address) in new[] { (dispatcher, "/escalation"), (dispatcher, "/admin/escalation"), (supervisor, "/admin/escalation") })
        {
            await person.Page.GotoAsync(address);
            await Expect(person.Page.GetByText(LayoutText.ForbiddenTitle)).ToBeVisibleAsync();
        }

        await supervisor.Page.GotoAsync("/escalation");
        await Expect(supervisor.Page.GetByText(EscalationText.NonePast)).ToBeVisibleAsync();
    });

    /// <summary>A rule of five seconds and the webhook, all by keyboard.</summary>
    private static async Task SetUpAsync(IPage page, Hands hands, string url)
    {
        await page.GotoAsync("/admin/escalation");
        await hands.TypeAtAsync(page.Locator("#hook-url"), url);
        await hands.TypeAtAsync(page.Locator("#hook-secret"), Secret);
        await hands.PressAtAsync(Button(page, EscalationText.SaveHook));
        await Expect(page.GetByText(EscalationText.Saved)).ToBeVisibleAsync();
        await hands.PressAtAsync(Button(page, EscalationText.Test));
        await Expect(page.Locator("[data-hook-answer=taken]")).ToContainTextAsync("thank you");
        await hands.PressAtAsync(Button(page, EscalationText.Add));
        await hands.TypeAtAsync(page.Locator("#rule-name"), "Quick");
        await hands.TypeAtAsync(page.Locator("#rule-threshold"), "5");
        await hands.PressAtAsync(page.GetByRole(AriaRole.Checkbox, new() { Name = EscalationText.WithSound, Exact = true }), "Space");
        await hands.PressAtAsync(page.GetByRole(AriaRole.Checkbox, new() { Name = EscalationText.ByWebhook, Exact = true }), "Space");
        await hands.PressAtAsync(Button(page, EscalationText.Save));
        await Expect(page.Locator("[data-rule=Quick]")).ToContainTextAsync("5 s");
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
