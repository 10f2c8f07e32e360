using AngleSharp.Dom;
using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.Pages;
using AuraConsole.Web.Resources;
using Bunit;

namespace AuraConsole.Unit.Sites;

public sealed class SiteFormTests : SitesPageTest
{
    private SiteResult? _done;

    [Fact]
    public void Submit_Empty_SaysWhatIsNeededAndSendsNothing()
    {
        var form = Open();

        form.Find("form").Submit();

        var faults = form.FindAll(".validation-message").Select(message => message.TextContent);
        Assert.Equal([SitesText.NeedReference, SitesText.NeedName, SitesText.NeedLatitude, SitesText.NeedLongitude], faults);
        Assert.Equal("true", form.Find("#site-reference").GetAttribute("aria-invalid"));
        Assert.Contains(SitesText.CheckFields, form.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(House.Aura.Calls);
    }

    [Fact]
    public void Submit_OneFault_WhatWasTypedStaysAndTheFaultyFieldHasTheFocus()
    {
        var form = Open();
        Fill(form, latitude: "far north");

        form.Find("form").Submit();

        Assert.Equal(SitesText.BadLatitude, form.Find("#site-latitude-fault").TextContent.Trim());
        Assert.Equal(("depot", "far north", "18,42"), (Value(form, "reference"), Value(form, "latitude"), Value(form, "longitude")));
        Assert.Equal(2, JSInterop.Invocations["Blazor._internal.domWrapper.focus"].Count);
        form.Find("#site-latitude").Change("-33.9");
        Assert.Equal("", form.Find("#site-latitude-fault").TextContent.Trim());
    }

    [Fact]
    public void Submit_Good_RegistersOnceAlthoughClickedTwice()
    {
        var release = new TaskCompletionSource();
        House.Aura.Hold = release.Task;
        var form = Open();
        Fill(form);

        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.True(Submit(form).HasAttribute("disabled")));
        Assert.Equal(SitesText.SubmitRegistering, Submit(form).TextContent);
        form.Find("form").Submit();
        release.SetResult();

        form.WaitForAssertion(() => Assert.Equal(SiteOutcome.Done, _done?.Outcome));
        Assert.Equal((-33.9, 18.42), (House.Aura.Sent.Single().Latitude, House.Aura.Sent.Single().Longitude));
    }

    [Fact]
    public void Submit_AuraRefuses_ShowsItsWordsAndKeepsWhatWasTyped()
    {
        House.Aura.Refusal = FakeSitesApi.Failure(AuraErrorKind.Invalid, "latitude: not on land");
        var form = Open();
        Fill(form);

        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Contains("AURA says: “latitude: not on land”", Alert(form), StringComparison.Ordinal));
        Assert.Contains(SitesText.AuraInvalid, Alert(form), StringComparison.Ordinal);
        Assert.Equal(("depot", "Harbour Depot"), (Value(form, "reference"), Value(form, "name")));
        Assert.False(Submit(form).HasAttribute("disabled"));
        Assert.Null(_done);
    }

    [Fact]
    public async Task Submit_ReferenceTaken_SaysSoAtTheFieldAndLeadsThere()
    {
        var holder = await House.BothHaveAsync();
        var form = Open();
        Fill(form);

        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => Assert.NotEqual("", form.Find("#site-reference-fault").TextContent.Trim()));
        Assert.Equal($"/sites/{holder.Id}", form.Find("[role=alert] a").GetAttribute("href"));
    }

    [Fact]
    public async Task Edit_ShowsTheSiteWithItsReferenceReadOnly()
    {
        var form = Open(await House.BothHaveAsync(name: "Harbour Depot"));

        Assert.True(form.Find("#site-reference").HasAttribute("readonly"));
        Assert.Equal(("Harbour Depot", "-26.1", "28"), (Value(form, "name"), Value(form, "latitude"), Value(form, "longitude")));
        Assert.Contains(SitesText.HintReferenceKept, form.Find("#site-reference-hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_ChangedMeanwhile_ShowsBothAndKeepsWhatWasTypedUntilToldOtherwise()
    {
        var form = await OpenConflictAsync();

        Assert.Contains("Theirs", Alert(form), StringComparison.Ordinal);
        Assert.Equal("Mine", Value(form, "name"));
        Assert.True(Submit(form).HasAttribute("disabled"));

        Click(form, SitesText.ConflictKeep);
        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => Assert.Equal("Mine", _done?.Site?.Name));
    }

    [Fact]
    public async Task Edit_ChangedMeanwhile_TheCurrentValuesCanBeTaken()
    {
        var form = await OpenConflictAsync();

        Click(form, SitesText.ConflictReload);

        Assert.Equal("Theirs", Value(form, "name"));
        Assert.False(Submit(form).HasAttribute("disabled"));
    }

    [Fact]
    public void ZeroZero_IsOnlyWonderedAt()
    {
        var form = Open();
        Fill(form, latitude: "0");
        form.Find("#site-longitude").Change("0,0");

        Assert.Contains(SitesText.WarnZero, form.Markup, StringComparison.Ordinal);
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.NotNull(_done));
    }

    private static string Value(IRenderedComponent<SiteForm> form, string field) => form.Find("#site-" + field).GetAttribute("value") ?? "";

    private static string Alert(IRenderedComponent<SiteForm> form) => form.Find("[role=alert]").TextContent;

    private static IElement Submit(IRenderedComponent<SiteForm> form) => form.Find("button[type=submit]");

    private static void Click(IRenderedComponent<SiteForm> form, string label) =>
        form.FindAll("button").Single(button => button.TextContent == label).Click();

    private static void Fill(IRenderedComponent<SiteForm> form, string latitude = "-33.9")
    {
        form.Find("#site-reference").Change("depot");
        form.Find("#site-name").Change("Harbour Depot");
        form.Find("#site-latitude").Change(latitude);
        form.Find("#site-longitude").Change("18,42");
    }

    private IRenderedComponent<SiteForm> Open(Site? site = null) => Render<SiteForm>(parameters => parameters
        .Add(form => form.Site, site)
        .Add(form => form.OnDone, result => _done = result)
        .Add(form => form.OnCancel, () => { }));

    private async Task<IRenderedComponent<SiteForm>> OpenConflictAsync()
    {
        var site = await House.BothHaveAsync();
        var form = Open(site);
        await House.Commands.EditAsync(site.Id, site.Version, SitesHouse.Details(name: "Theirs"), SitesHouse.Admin, CancellationToken.None);
        form.Find("#site-name").Change("Mine");
        await form.Find("form").SubmitAsync();
        form.WaitForAssertion(() => Assert.Contains(SitesText.ConflictTitle, Alert(form), StringComparison.Ordinal));
        return form;
    }
}
