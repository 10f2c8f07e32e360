using System.Security.Claims;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Sites;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Applying;
using AuraConsole.Web.Features.Sites.Importing.Pages;
using AuraConsole.Web.Hosting.Security;
using AuraConsole.Web.Resources;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Importing;

public sealed class ImportPageTests : BunitContext, IAsyncLifetime
{
    private const string File = "reference,name,lat,lng\nnew,New depot,-26.2,28.1\n";
    private readonly ImportHouse _house = new();
    private ClaimsPrincipal _user = ImportHouse.Thandi;

    public ImportPageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        _house.AddTo(Services);
        Services.AddAuthorizationCore(Policies.Add);
        // bUnit's placeholder stands before it and only says that it is one
        Services.AddTransient<IAuthorizationService, DefaultAuthorizationService>();
        Services.AddCascadingAuthenticationState();
        Services.AddScoped<AuthenticationStateProvider>(_ => new SignedIn(() => _user));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _house.DisposeAsync();
    }

    [Fact]
    public void Page_WithNothing_AsksForAFile()
    {
        var page = Render<ImportPage>();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("#import-file")));
        Assert.Equal(ImportText.StepFile, Step(page));
    }

    [Fact]
    public void File_InOrder_GoesThroughAllStepsToARun()
    {
        var page = Bring(File);
        page.WaitForAssertion(() => Assert.Equal(ImportText.StepColumns, Step(page)));
        Click(page, ImportText.CheckRows);
        page.WaitForAssertion(() => Assert.Equal(ImportText.StepFaults, Step(page)));
        Click(page, ImportText.Compare);
        page.WaitForAssertion(() => Assert.Equal("1", page.Find("[data-kind='Added'] strong").TextContent));
        page.Find(".btn.primary").Click();

        page.WaitForAssertion(() => Assert.Equal(nameof(ImportRunState.Running), page.Find("section.run").GetAttribute("data-state")));
        Assert.Equal(ImportText.StepApply, Step(page));
    }

    [Fact]
    public void File_WithFaults_CannotGoOn()
    {
        var page = Bring(File + ",x,200,1\n");
        page.WaitForElement(".btn.primary");
        Click(page, ImportText.CheckRows);

        page.WaitForAssertion(() => Assert.Contains(ImportText.FixFaults, page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".btn.primary"));
        Assert.NotEmpty(page.FindAll("a[download]"));
    }

    [Fact]
    public void File_WithUnknownColumns_NeedsThemChosen()
    {
        var page = Bring("a,b,c\nnew,-26.2,28.1\n");
        page.WaitForAssertion(() => Assert.True(page.Find(".btn.primary").HasAttribute("disabled")));

        for (var column = 0; column < 3; column++)
            page.FindAll("td select")[column].Change(new[] { "Reference", "Latitude", "Longitude" }[column]);

        Assert.False(page.Find(".btn.primary").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Page_LoadedAnew_GoesOnWhereItWas()
    {
        await _house.ReadAsync(File);

        var page = Render<ImportPage>();

        page.WaitForAssertion(() => Assert.Equal(ImportText.StepFaults, Step(page)));
    }

    [Fact]
    public void File_ThatCannotBeRead_SaysWhy()
    {
        var page = Bring("a,\0\n");

        page.WaitForAssertion(() => Assert.Contains("NUL", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Differences_WhileAuraIsAway_SaysSo()
    {
        await _house.ReadAsync(File);
        _house.Aura.ListFailure = FakeSitesApi.Failure(AuraErrorKind.Unavailable);
        var page = Render<ImportPage>();
        page.WaitForAssertion(() => Assert.Equal(ImportText.StepFaults, Step(page)));

        Click(page, ImportText.Compare);

        page.WaitForAssertion(() => Assert.Contains(ImportText.NotComparedText, page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Approval_ByWhoeverStartedIt_IsNotOffered()
    {
        _house.Aura.Has("gone");
        Assert.Equal(ImportAnswer.Done, await _house.StartAsync(File, ImportWay.FullSync));

        var own = Render<ImportPage>();
        own.WaitForAssertion(() => Assert.Contains("Another admin", own.Markup, StringComparison.Ordinal));
        Assert.Empty(own.FindAll("#approve-number"));
    }

    [Fact]
    public async Task Approval_ByAnotherAdmin_NeedsTheNumber()
    {
        _house.Aura.Has("gone");
        await _house.StartAsync(File, ImportWay.FullSync);
        _user = ImportHouse.Sipho;
        var other = Render<ImportPage>();

        other.WaitForElement("#approve-number").Input("5");
        other.Find("form.approve").Submit();
        other.WaitForAssertion(() => Assert.Contains(ImportText.AnswerWrongNumber, other.Markup, StringComparison.Ordinal));
        other.Find("#approve-number").Input("1");
        other.Find("form.approve").Submit();
        other.WaitForAssertion(() => Assert.Equal(nameof(ImportRunState.Running), other.Find("section.run").GetAttribute("data-state")));
    }

    private static string Step(IRenderedComponent<ImportPage> page) => page.Find("[aria-current=step]").LastChild!.TextContent.Trim();

    private static void Click(IRenderedComponent<ImportPage> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text).Click();

    private IRenderedComponent<ImportPage> Bring(string text)
    {
        var page = Render<ImportPage>();
        page.WaitForElement("#import-file");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "sites.csv"));
        return page;
    }

    private sealed class SignedIn(Func<ClaimsPrincipal> user) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(user()));
    }
}
