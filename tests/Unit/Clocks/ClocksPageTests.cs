using AuraConsole.Unit.BoardPages;
using AuraConsole.Unit.Sites;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Clocks;
using AuraConsole.Web.Live.Clocks;
using AuraConsole.Web.Outbound;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuraConsole.Unit.Clocks;

public sealed class ClocksPageTests : ConsoleComponentTest
{
    public ClocksPageTests()
    {
        Services.AddClocks();
        Services.AddSingleton<IOptions<CalloutChoices>>(Options.Create(new CalloutChoices { ResponseTypes = [new() { Id = 8, Name = "Armed response" }] }));
        AddAuthorization().SetAuthorized("Admin").SetRoles("Admin").SetClaims(new System.Security.Claims.Claim(System.Security.Claims.ClaimTypes.NameIdentifier, "admin-1"));
    }

    [Fact]
    public async Task Edit_WithFaults_SaysSoAtTheFieldAndSavesNothing()
    {
        var page = await PageAsync();

        page.Find("[aria-label='Edit Ours']").Click();
        page.Find("#Claim-warning").Change("soon");
        page.Find("#Dispatch-breach").Change("10");
        page.Find("#Dispatch-warning").Change("20");
        page.Find("form").Submit();

        Assert.Equal("Whole seconds from 1 to 86400, or nothing for no limit.", page.Find("#preset-Claim-warning-fault").TextContent);
        Assert.Equal("The breach comes after the warning.", page.Find("#preset-Dispatch-breach-fault").TextContent);
        Assert.Equal("true", page.Find("#Claim-warning").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Edit_Saved_IsInTheTable()
    {
        var page = await PageAsync();

        page.Find("[aria-label='Edit Ours']").Click();
        page.Find("#Claim-breach").Change("45");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("45 s", page.Find("[data-preset=Ours]").TextContent, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("form")), Patience);
        Assert.Equal(TimeSpan.FromSeconds(45), Services.GetRequiredService<StageClocks>().Now.For(Rows.Of(1))[ClockPhase.Claim].Breach);
    }

    [Fact]
    public async Task Edit_ChangedByAnotherAdmin_ShowsBothValues()
    {
        var page = await PageAsync();
        page.Find("[aria-label='Edit Ours']").Click();
        page.Find("#Claim-breach").Change("45");
        var commands = Services.GetRequiredService<ClockCommands>();
        var preset = (await commands.PresetsAsync(CancellationToken.None)).Single();
        var theirs = PresetInput.Of(preset);
        theirs.Breaches[0] = "90";
        await commands.SaveAsync(preset.Id, preset.Version, theirs, SitesHouse.Admin, CancellationToken.None);
        page.WaitForAssertion(() => Assert.Contains("90 s", page.Find("[data-preset=Ours]").TextContent, StringComparison.Ordinal), Patience);

        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("Somebody else changed this meanwhile", page.Markup, StringComparison.Ordinal), Patience);
        var cells = page.FindAll("form .notice td").Select(cell => cell.TextContent).ToList();
        page.FindAll("form .notice .btn")[1].Click();
        page.Find("form").Submit();

        Assert.Equal(["90", "45"], cells);
        page.WaitForAssertion(() => Assert.Contains("45 s", page.Find("[data-preset=Ours]").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Assign_AResponseType_IsKept()
    {
        var page = await PageAsync();
        page.WaitForElement("select", Patience);

        page.Find("select").Change(page.FindAll("select option")[1].GetAttribute("value")!);

        page.WaitForAssertion(() => Assert.Contains("Saved", page.Markup, StringComparison.Ordinal), Patience);
        var assigned = Assert.Single(await Services.GetRequiredService<ClockCommands>().AssignmentsAsync(CancellationToken.None));
        Assert.Equal(("Armed response", 8), (assigned.ResponseType, assigned.ResponseTypeId));
    }

    [Fact]
    public async Task Page_ClaimsNoConformity() =>
        Assert.Contains("claims no conformity", (await PageAsync()).Markup, StringComparison.Ordinal);

    private async Task<IRenderedComponent<ClocksPage>> PageAsync()
    {
        await using (var db = Database())
        {
            db.StageClockPresets.Add(new StageClockPreset { Name = "Ours", ClaimBreach = 60, IsDefault = true, Version = Guid.NewGuid() });
            await db.SaveChangesAsync();
        }
        await Services.GetRequiredService<StageClocks>().LoadAsync(CancellationToken.None);
        var page = Render<ClocksPage>();
        page.WaitForElement("[data-preset=Ours]", Patience);
        return page;
    }
}
