using System.Globalization;
using System.Text;
using AuraConsole.E2E.Pages;
using AuraConsole.E2E.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

public sealed class ImportTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    private const string Header = "Site code;Site name;Latitude;Longitude\n";

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public Task Import_WithFaults_IsFixedAndAppliedAndEveryStepIsAccessible(string theme) => RunAsync(async () =>
    {
        var console = await StartAsync();
        var admin = await NewBrowserAsync(console);
        await admin.ChooseThemeAsync(theme);
        await admin.Page.GotoAsync("/");
        await admin.SignIn.SignInAsync(Users.Admin);
        await admin.Board.ExpectLiveAsync();
        var import = new ImportPage(admin.Page);
        var screens = new Screens(admin.Page, theme);

        await import.OpenAsync();
        await screens.LookAsync("import-file");
        await import.BringAsync(Header + "NEW-1;=HYPERLINK(1);-26.2;28.1\n;no code;-26.2;28.1\nNEW-2;;-126.2;x\n");
        await import.ExpectHeadingAsync(ImportText.ColumnsTitle);
        await screens.LookAsync("import-columns");
        await import.Button(ImportText.CheckRows).ClickAsync();
        await import.ExpectHeadingAsync(ImportText.FaultsTitle);
        await Expect(admin.Page.GetByText(ImportText.FaultNoReference)).ToBeVisibleAsync();
        await screens.LookAsync("import-faults");
        // a page loaded anew goes on where it was
        await admin.Page.ReloadAsync();
        await import.ExpectHeadingAsync(ImportText.FaultsTitle);
        await import.Button(ImportText.Discard).ClickAsync();

        await import.CompareAsync(Header + "NEW-1;=HYPERLINK(1);-26.2;28.1\nSITE-0001;Renamed site;-26.3;28.2\n");
        await Expect(admin.Page.Locator("[data-kind='Added'] strong")).ToHaveTextAsync("1");
        await screens.LookAsync("import-differences");
        await import.Button(string.Format(CultureInfo.CurrentCulture, ImportText.StartRest, 2)).ClickAsync();
        await import.ExpectStateAsync(nameof(ImportRunState.Done));
        await screens.LookAsync("import-result");

        Assert.Equal("Renamed site", console.Aura.State.Main.Sites.Single(site => site.Reference == "SITE-0001").Name);
        Assert.Contains(console.Aura.State.Main.Sites, site => site.Reference == "NEW-1");
        Assert.Empty(screens.Faults);
    });

    [Fact]
    public Task Import_KilledHalfWay_GoesOnByItselfAndSendsNothingTwice() => RunAsync(async () =>
    {
        const int Rows = 30;
        var console = (ChildConsole)await StartAsync(new ConsoleSettings { OwnProcess = true, RegistersWebhook = false });
        var admin = await SignInAsync(console, Users.Admin);
        var import = new ImportPage(admin.Page);
        await import.OpenAsync();
        await import.CompareAsync(Header + string.Concat(Enumerable.Range(1, Rows).Select(n => $"BULK-{n};Bulk {n};-26.2;28.1\n")));
        console.Aura.Faults.Latency = TimeSpan.FromMilliseconds(150);
        await import.Button(string.Format(CultureInfo.CurrentCulture, ImportText.StartRest, Rows)).ClickAsync();
        await Until.TrueAsync(async () => await DoneAsync(console) >= 3, "some rows are done");

        await console.KillAsync();
        var before = await DoneAsync(console);
        Assert.InRange(before, 3, Rows - 1);
        await console.RestartAsync();

        await import.ExpectStateAsync(nameof(ImportRunState.Done));
        Assert.Equal(Rows, await DoneAsync(console));
        Assert.Equal(Rows, console.Aura.State.Main.Sites.Count(site => site.Reference.StartsWith("BULK-", StringComparison.Ordinal)));
    });

    [Fact]
    public Task FullSync_StoppedByTheGuard_IsApprovedByASecondAdminAndRestored() => RunAsync(async () =>
    {
        var console = await StartAsync();
        await PromoteAsync(console, Users.Supervisor);
        var first = await SignInAsync(console, Users.Admin);
        var second = await SignInAsync(console, Users.Supervisor);
        var before = Active(console);
        var file = new StringBuilder(Header).Append("NEW-1;New site;-26.2;28.1\n");
        foreach (var site in console.Aura.State.Main.Sites.Skip(1))
            file.Append(CultureInfo.InvariantCulture, $"{site.Reference};{site.Name};{site.Latitude};{site.Longitude}\n");
        var import = new ImportPage(first.Page);
        await import.OpenAsync();
        await import.CompareAsync(file.ToString());
        await first.Page.GetByText(ImportText.WayFullSync, new() { Exact = true }).ClickAsync();
        await import.Button(ImportText.StartFullSync).ClickAsync();

        await import.ExpectStateAsync(nameof(ImportRunState.AwaitingApproval));
        await Expect(import.Button(ImportText.Approve)).ToHaveCountAsync(0);
        Assert.Equal(before, Active(console));
        var approval = new ImportPage(second.Page);
        await approval.OpenAsync();
        await second.Page.Locator("#approve-number").FillAsync("7");
        await approval.Button(ImportText.Approve).ClickAsync();
        await Expect(approval.Alert.GetByText(ImportText.AnswerWrongNumber)).ToBeVisibleAsync();
        await second.Page.Locator("#approve-number").FillAsync("1");
        await second.Page.Keyboard.PressAsync("Enter");
        await import.ExpectStateAsync(nameof(ImportRunState.Done));
        Assert.Contains("NEW-1", Active(console));
        Assert.DoesNotContain(before[0], Active(console));

        await import.Button(ImportText.Restore).ClickAsync();
        await import.Button(ImportText.RestoreConfirm).ClickAsync();
        await Expect(import.Run.GetByRole(Microsoft.Playwright.AriaRole.Heading)).ToContainTextAsync(ImportText.WayRestore);
        await import.ExpectStateAsync(nameof(ImportRunState.Done));
        Assert.Equal(before, Active(console));
    });

    [Fact]
    public Task Import_ByKeyboardAlone_IsAppliedFromPastedRows() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var admin = await SignInAsync(console, Users.Admin);
        var import = new ImportPage(admin.Page);
        await import.OpenAsync();
        var keys = admin.Page.Keyboard;

        await import.Paste.FocusAsync();
        await keys.InsertTextAsync(Header + "KEYS-1;By keyboard;-26.2;28.1\n");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await import.ExpectHeadingAsync(ImportText.ColumnsTitle);
        foreach (var (button, heading) in new[] { (ImportText.CheckRows, ImportText.FaultsTitle), (ImportText.Compare, ImportText.DifferencesTitle) })
        {
            await TabToAsync(admin, button);
            await keys.PressAsync("Enter");
            await import.ExpectHeadingAsync(heading);
        }

        await TabToAsync(admin, string.Format(CultureInfo.CurrentCulture, ImportText.StartRest, 1));
        await keys.PressAsync("Enter");
        await import.ExpectStateAsync(nameof(ImportRunState.Done));
    });

    private static async Task TabToAsync(Operator person, string name)
    {
        for (var n = 0; n < 80; n++)
        {
            if (await person.Page.EvaluateAsync<string>("() => document.activeElement.innerText?.trim() ?? ''") == name)
                return;
            await person.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not lead to {name}.");
    }

    private static List<string> Active(ConsoleHost console) =>
        [.. console.Aura.State.Main.Sites.Select(site => site.Reference).Order(StringComparer.Ordinal)];

    private static Task<int> DoneAsync(ConsoleHost console) => console.Database.ReadAsync(db => db.ImportRunRows
        .CountAsync(row => row.State == ImportRowState.Done || row.State == ImportRowState.FoundDone));

    private static Task PromoteAsync(ConsoleHost console, string email) => console.Database.ReadAsync(async db =>
    {
        var user = await db.Users.SingleAsync(one => one.Email == email);
        var admin = await db.Roles.SingleAsync(role => role.Name == Roles.Admin);
        db.UserRoles.Add(new() { UserId = user.Id, RoleId = admin.Id });
        return await db.SaveChangesAsync();
    });
}
