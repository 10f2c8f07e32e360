using AuraConsole.Unit.BoardPages;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Components.Palette;
using AuraConsole.Web.Components.Shell;
using AuraConsole.Web.Data;
using AuraConsole.Web.Resources;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Palettes;

public sealed class PaletteDialogTests : ShellComponentTest
{
    [Fact]
    public void Palette_Opened_IsAComboboxWithGroups()
    {
        Publish(Rows.Of(1));
        var palette = Render<PaletteDialog>();

        var input = palette.Find("[role=combobox]");
        palette.WaitForAssertion(() => Assert.Equal("true", palette.Find("[role=combobox]").GetAttribute("aria-expanded")), Patience);
        Assert.Equal("palette-list", input.GetAttribute("aria-controls"));
        Assert.Equal("palette-0", palette.Find("[aria-selected=true]").Id);
        Assert.All(palette.FindAll("[role=group]"), group => Assert.NotNull(palette.Find($"#{group.GetAttribute("aria-labelledby")}")));
        Assert.Equal(palette.FindAll("[role=option]").Count, palette.FindAll("[role=option]").Select(option => option.Id).Distinct().Count());
    }

    [Fact]
    public async Task Palette_EnterWithNewerText_ChoosesForThatText()
    {
        Publish(Rows.Of(11), Rows.Of(22));
        PaletteItem? chosen = null;
        var palette = Render<PaletteDialog>(with => with.Add(p => p.OnChosen, item => chosen = item));
        await palette.InvokeAsync(() => palette.Instance.HandleTextAsync("REF-11"));

        await palette.InvokeAsync(() => palette.Instance.HandleEnterAsync("REF-22"));

        Assert.Equal("22", chosen?.Id);
    }

    [Fact]
    public async Task Palette_Arrows_GoRound()
    {
        var palette = Render<PaletteDialog>();
        await palette.InvokeAsync(() => palette.Instance.HandleTextAsync("theme"));
        var count = palette.FindAll("[role=option]").Count;

        await palette.InvokeAsync(() => palette.Instance.HandleMove(-4711));

        Assert.Equal(2, count);
        Assert.Equal("palette-1", palette.Find("[role=combobox]").GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public async Task Palette_NothingFound_SaysSoAndEnterDoesNothing()
    {
        PaletteItem? chosen = null;
        var palette = Render<PaletteDialog>(with => with.Add(p => p.OnChosen, item => chosen = item));

        await palette.InvokeAsync(() => palette.Instance.HandleEnterAsync("no such thing"));

        Assert.Null(chosen);
        Assert.Contains("no such thing", palette.Find(".said").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Shell_PageChosen_GoesThere()
    {
        var shell = Render<ShellDialogs>();
        Shell.Open(ShellDialog.Palette);
        shell.WaitForAssertion(() => Assert.NotEmpty(shell.FindAll("[data-group=Pages]")), Patience);

        shell.FindAll("[data-group=Pages]").Single(page => page.TextContent.Contains(LayoutText.NavSites, StringComparison.Ordinal)).Click();

        Assert.EndsWith("/sites", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal(ShellDialog.None, Shell.Dialog);
    }

    [Fact]
    public void Keys_OnThePage_AreListedAndCanBeSwitchedOff()
    {
        Keys.Setup<PageKey[]?>("list").SetResult([new("N", "Raise callout"), new("Control+K", "Find"), new(null, "odd"), new("<b>", "Markup")]);
        var shell = Render<ShellDialogs>();
        Shell.Open(ShellDialog.Keys);
        shell.WaitForAssertion(() => Assert.Contains("Raise callout", shell.Markup, StringComparison.Ordinal), Patience);
        var shown = shell.FindAll("section")[0].QuerySelectorAll("kbd").Select(key => key.TextContent).ToList();

        shell.Find("input[type=checkbox]").Change(false);

        Assert.Equal(["N", "<b>"], shown);
        shell.WaitForAssertion(() => Assert.DoesNotContain("Raise callout", shell.Markup, StringComparison.Ordinal), Patience);
        shell.WaitForAssertion(() => Assert.Equal([true, false], Keys.Invocations["useSingle"].Select(call => call.Arguments[0])), Patience);
    }

    [Fact]
    public async Task Keys_SwitchedOffBefore_AreOffFromTheStart()
    {
        await Services.GetRequiredService<UserPreferences>().WriteAsync(UserId, UserPreferences.SingleKeys, "off", default);

        var shell = Render<ShellDialogs>();

        await shell.WaitForAssertionAsync(() => Assert.Equal([false], Keys.Invocations["useSingle"].Select(call => call.Arguments[0])), Patience);
    }
}
