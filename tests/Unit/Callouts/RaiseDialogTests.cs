using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.BoardPages;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Data.Entities;
using Bunit;

namespace AuraConsole.Unit.Callouts;

public sealed class RaiseDialogTests : ConsoleComponentTest
{
    [Fact]
    public async Task Site_TypedAndChosenByKeys_IsRaisedFor()
    {
        await AddSiteAsync("Harbour Depot", "SITE-0042");
        await AddSiteAsync("Harbour Mill", "SITE-0043");
        var dialog = Render<RaiseDialog>();

        dialog.Find("#raise-site").Input("harbour");
        dialog.WaitForAssertion(() => Assert.Equal(2, dialog.FindAll("[role=option]").Count), Patience);
        var expanded = dialog.Find("#raise-site").GetAttribute("aria-expanded");
        dialog.Find("#raise-site").KeyDown("ArrowDown");
        var active = dialog.Find("#raise-site").GetAttribute("aria-activedescendant");
        var second = dialog.Find("#" + active).QuerySelector("b")!.TextContent;
        dialog.Find("#raise-site").KeyDown("Enter");
        dialog.WaitForElement("[data-site]", Patience);
        Raise(dialog);

        dialog.WaitForAssertion(() => Assert.Equal("Confirmed", Outcome(dialog)), Patience);
        Assert.Equal("true", expanded);
        Assert.Equal(second == "Harbour Mill" ? "SITE-0043" : "SITE-0042", Assert.Single(Aura.Raises).Reference);
    }

    [Fact]
    public async Task Nothing_Chosen_NothingIsSentAboutIt()
    {
        var dialog = await DialogForAsync();

        Raise(dialog);

        dialog.WaitForAssertion(() => Assert.Equal("Confirmed", Outcome(dialog)), Patience);
        var sent = Assert.Single(Aura.Raises).Request;
        Assert.Equal((null, null, null), (sent.ResponseTypeId, sent.ClassificationId, sent.InternalTest));
        Assert.Contains("7001", dialog.Find("[data-outcome]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_Ticked_IsSentAndShownOnTheButton()
    {
        var dialog = await DialogForAsync();

        dialog.Find("input[type=checkbox]").Change(true);
        var button = Button(dialog).TextContent;
        Raise(dialog);

        await Until.TrueAsync(() => Aura.Raises.Count == 1);
        Assert.True(Aura.Raises[0].Request.InternalTest);
        Assert.Contains("TEST", button, StringComparison.Ordinal);
    }

    [Fact]
    public void NoSite_Raise_SaysSoAndSendsNothing()
    {
        var dialog = Render<RaiseDialog>();

        Raise(dialog);

        Assert.Contains("Choose a site", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(Aura.Raises);
    }

    [Fact]
    public async Task DoubleClick_WhileRunning_SendsOnceAndTheButtonIsDead()
    {
        var answer = new TaskCompletionSource<RaisedCallout>();
        Aura.OnRaise = _ => answer.Task;
        var dialog = await DialogForAsync();
        var button = Button(dialog);

        // both clicks of a double click are on their way before anything is drawn
        var first = dialog.InvokeAsync(() => button.ClickAsync(new()));
        var second = dialog.InvokeAsync(() => button.ClickAsync(new()));
        dialog.WaitForAssertion(() => Assert.Equal("Sending…", Button(dialog).TextContent), Patience);
        var isDead = Button(dialog).HasAttribute("disabled");
        var told = dialog.Find("[role=status]").TextContent;
        answer.SetResult(FakeCalloutsApi.Raised(7001, "SITE-0042"));
        await Task.WhenAll(first, second);

        dialog.WaitForAssertion(() => Assert.Equal("Confirmed", Outcome(dialog)), Patience);
        Assert.True(isDead);
        Assert.Contains("does not stop it", told, StringComparison.Ordinal);
        Assert.Single(Aura.Raises);
    }

    [Fact]
    public async Task Rejected_WhatWasTypedStays_AndIsSentAgainAsANewCommand()
    {
        Aura.OnRaise = _ => throw FakeCalloutsApi.Failure(AuraErrorKind.Invalid, "Invalid site");
        var dialog = await DialogForAsync();
        dialog.Find("#raise-incident").Input("INC-77");
        Raise(dialog);
        dialog.WaitForAssertion(() => Assert.Equal("Rejected", Outcome(dialog)), Patience);
        var typed = dialog.Find("#raise-incident").GetAttribute("value");
        var quoted = dialog.Find("blockquote").TextContent;

        Aura.OnRaise = reference => Task.FromResult(FakeCalloutsApi.Raised(7002, reference));
        Time.Advance(TimeSpan.FromSeconds(2));
        Raise(dialog);

        dialog.WaitForAssertion(() => Assert.Equal("Confirmed", Outcome(dialog)), Patience);
        Assert.Equal(("INC-77", "Invalid site"), (typed, quoted));
        await using var db = Database();
        Assert.Equal([CommandState.Confirmed, CommandState.Rejected], db.Commands.Select(c => c.State).ToList().Order());
    }

    [Fact]
    public async Task Unavailable_IsNotSent()
    {
        Aura.OnRaise = _ => throw FakeCalloutsApi.Failure(AuraErrorKind.Unavailable);
        var dialog = await DialogForAsync();

        Raise(dialog);

        dialog.WaitForAssertion(() => Assert.Equal("NotSent", Outcome(dialog)), Patience);
        Assert.NotNull(Button(dialog));
    }

    [Fact]
    public async Task Unknown_Settled_TurnsConfirmedByItself()
    {
        Aura.OnRaise = _ => throw FakeCalloutsApi.Failure(AuraErrorKind.OutcomeUnknown);
        var dialog = await DialogForAsync();
        Raise(dialog);
        dialog.WaitForAssertion(() => Assert.Equal("Unknown", Outcome(dialog)), Patience);
        var buttons = dialog.FindAll(".buttons .primary").Count;

        Publish(Commands.Open.Single() with { State = CommandState.Confirmed, CalloutId = 7009 });

        dialog.WaitForAssertion(() => Assert.Equal("Confirmed", Outcome(dialog)), Patience);
        Assert.Equal(0, buttons);
        Assert.Contains("7009", dialog.Find("[data-outcome]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ActiveCallout_IsLoudAndInsistingNeedsAReason()
    {
        var site = await AddSiteAsync("Harbour Depot", "SITE-0042");
        Publish(Rows.Of(6001, CalloutStage.OnScene, "other") with { SiteId = site.Id });
        var dialog = Render<RaiseDialog>(parameters => parameters.Add(d => d.SiteId, site.Id));
        dialog.WaitForAssertion(() => Assert.Contains("already has an active callout", dialog.Markup, StringComparison.Ordinal), Patience);

        var link = dialog.Find(".active a").GetAttribute("href");
        dialog.Find(".check input").Change(true);
        Raise(dialog);
        var error = dialog.Find("#raise-reason").GetAttribute("aria-invalid");
        var sentWithout = Aura.Raises.Count;
        dialog.Find("#raise-reason").Input("a second fire");
        Raise(dialog);

        dialog.WaitForAssertion(() => Assert.Equal("Confirmed", Outcome(dialog)), Patience);
        Assert.Equal(("true", 0), (error, sentWithout));
        Assert.Equal("/callouts/6001", link);
        await using var db = Database();
        Assert.Equal("a second fire", db.Commands.Single().Reason);
    }

    [Fact]
    public async Task Joined_OffersTheCalloutAndInsisting()
    {
        var site = await AddSiteAsync("Harbour Depot", "SITE-0042");
        await using (var db = Database())
        {
            db.Callouts.Add(new Callout { AuraId = 6001, SiteId = site.Id, SiteAuraId = site.AuraId, FirstSeenAt = Rows.Start, StageSince = Rows.Start });
            await db.SaveChangesAsync();
        }
        var opened = 0L;
        var dialog = Render<RaiseDialog>(parameters => parameters.Add(d => d.SiteId, site.Id).Add(d => d.OnOpen, id => opened = id));
        dialog.WaitForElement("[data-site]", Patience);

        Raise(dialog);
        dialog.WaitForAssertion(() => Assert.Equal("Joined", Outcome(dialog)), Patience);
        await dialog.Find(".next button").ClickAsync(new());
        var plainRaise = dialog.FindAll(".buttons .primary").Count;
        dialog.Find(".check input").Change(true);

        Assert.Equal(6001, opened);
        Assert.Equal(0, plainRaise);
        Assert.Equal("Raise second callout", Button(dialog).TextContent);
        Assert.Empty(Aura.Raises);
    }

    [Fact]
    public void DeletedOrUnknownSite_InTheAddress_IsRefused()
    {
        var dialog = Render<RaiseDialog>(parameters => parameters.Add(d => d.SiteId, 4711));

        dialog.WaitForAssertion(() => Assert.Contains("deleted or unknown", dialog.Find(".error").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Disposed_WhileSending_NobodyListensAndTheCommandGoesOn()
    {
        var answer = new TaskCompletionSource<RaisedCallout>();
        Aura.OnRaise = _ => answer.Task;
        var dialog = await DialogForAsync();
        Raise(dialog);
        await Until.TrueAsync(() => Aura.Raises.Count == 1);

        await DisposeComponentsAsync();
        answer.SetResult(FakeCalloutsApi.Raised(7001, "SITE-0042"));

        await Until.TrueAsync(() => Commands.Open.Count == 0);
        Assert.Equal((0, 0), (Commands.Feed.Subscribers, Board.Feed.Subscribers));
        Assert.NotNull(Board.Now.Find(7001));
    }

    private async Task<IRenderedComponent<RaiseDialog>> DialogForAsync()
    {
        var site = await AddSiteAsync("Harbour Depot", "SITE-0042");
        var dialog = Render<RaiseDialog>(parameters => parameters.Add(d => d.SiteId, site.Id));
        dialog.WaitForElement("[data-site]", Patience);
        return dialog;
    }

    private async Task<Site> AddSiteAsync(string name, string reference)
    {
        await using var db = Database();
        var site = new Site { Name = name, Reference = reference, Address = "9 Dock Road", AuraId = 100 + db.Sites.Count(), Version = Guid.NewGuid() };
        db.Sites.Add(site);
        await db.SaveChangesAsync();
        return site;
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<RaiseDialog> dialog) => dialog.WaitForElement(".buttons .primary", Patience);

    private static void Raise(IRenderedComponent<RaiseDialog> dialog) => Button(dialog).Click();

    private static string? Outcome(IRenderedComponent<RaiseDialog> dialog) => dialog.FindAll("[data-outcome]").SingleOrDefault()?.GetAttribute("data-outcome");
}
