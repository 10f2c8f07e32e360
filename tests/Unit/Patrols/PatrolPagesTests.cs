using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Patrols.Pages;
using AuraConsole.Web.Features.Patrols.Recurring;
using AuraConsole.Web.Hosting.Security;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Radzen;

namespace AuraConsole.Unit.Patrols;

public sealed class PatrolPagesTests : BunitContext
{
    private readonly PatrolHouse _house = new();

    public PatrolPagesTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        _house.AddTo(Services);
        Services.AddMetrics();
        Services.AddLiveBoard();
        Services.AddSingleton<SiteSearch>();
        Services.AddSingleton<CustomerSearch>();
        Services.AddRadzenComponents();
        Services.AddAuthorizationCore(Policies.Add);
        Services.AddTransient<IAuthorizationService, DefaultAuthorizationService>();
        Services.AddCascadingAuthenticationState();
        Services.AddScoped<AuthenticationStateProvider>(_ => new SignedIn());
    }

    [Fact]
    public void Preview_AcrossAChange_MarksItWithASentence()
    {
        var rule = new RecurrenceRule
        {
            Zone = Zones.Find("Europe/London")!,
            First = new LocalDate(2026, 10, 24),
            Start = new NodaTime.LocalTime(1, 30),
            Minutes = 30,
            Repeat = PatrolRepeat.Daily,
        };

        var preview = Render<PatrolPreview>(parameters => parameters.Add(p => p.Rule, rule));

        var rows = preview.FindAll("tbody tr");
        Assert.Equal(10, rows.Count);
        Assert.Null(rows[0].GetAttribute("data-change"));
        Assert.Contains(PatrolsText.ChangeTwice, rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("UTC+01", rows[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Form_Empty_SaysEveryFaultAndSendsNothing()
    {
        var form = Render<PatrolForm>();

        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Contains(PatrolsText.CheckFields, form.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        foreach (var sentence in new[] { PatrolsText.NeedSite, PatrolsText.NeedName, PatrolsText.NeedCustomer, PatrolsText.NeedDate, PatrolsText.NeedTime })
            Assert.Contains(sentence, form.Markup, StringComparison.Ordinal);
        Assert.Empty(_house.Aura.Created);
    }

    [Fact]
    public async Task Form_OverAnotherPatrol_WarnsAndStillSends()
    {
        await _house.ScheduledAsync();
        var done = 0;
        var form = Render<PatrolForm>(parameters => parameters
            .Add(p => p.SiteId, PatrolHouse.SiteId).Add(p => p.Date, new DateOnly(2026, 5, 4)).Add(p => p.Time, new TimeOnly(12, 30)).Add(p => p.OnDone, id => done = id));

        form.WaitForAssertion(() => Assert.Contains(PatrolsText.ConflictTitle, form.Markup, StringComparison.Ordinal));
        form.Find("#patrol-name").Input("Second round");
        form.Find("#patrol-customer").Change("450001");
        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => Assert.NotEqual(0, done));
        Assert.Equal(2, _house.Aura.Created.Count);
    }

    [Fact]
    public async Task Page_AnswerLost_AsksAPersonAndOffersNoCancel()
    {
        _house.Aura.Failure = FakeScheduledApi.Fails(AuraConsole.Integration.Http.AuraErrorKind.OutcomeUnknown);
        var id = await _house.ScheduledAsync();

        var page = Render<PatrolPage>(parameters => parameters.Add(p => p.Id, id));

        page.WaitForAssertion(() => Assert.Contains(PatrolsText.SettleHas, page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(PatrolsText.CancelPatrol, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void List_Nothing_HasAFaceOfItsOwn() => Assert.Contains(PatrolsText.EmptyText, Render<PatrolList>().Markup, StringComparison.Ordinal);

    [Fact]
    public async Task AlertBar_Missed_IsAcknowledgedByNameAndGone()
    {
        var id = await _house.ScheduledAsync();
        // the page's own services share the database, not the memory
        var bar = Render<PatrolAlertBar>();
        _house.Time.Advance(TimeSpan.FromMinutes(95));
        await Services.GetRequiredService<AuraConsole.Web.Features.Patrols.Watching.PatrolWatch>().LookAsync(CancellationToken.None);
        bar.WaitForAssertion(() => Assert.Equal("true", bar.Find("[data-visit]").GetAttribute("data-missed")));

        await bar.Find("button").ClickAsync(new());

        bar.WaitForAssertion(() => Assert.Empty(bar.FindAll("[data-visit]")));
        Assert.Equal("u1", (await _house.VisitAsync(id)).AcknowledgedByName);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _house.Dispose();
    }

    private sealed class SignedIn : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(PatrolHouse.User("u1", Roles.Dispatcher)));
    }
}
