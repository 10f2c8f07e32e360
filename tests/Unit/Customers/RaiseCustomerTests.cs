using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Outbound.Positions;
using AuraConsole.Web.Resources;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Customers;

public sealed class RaiseCustomerTests : ConsoleComponentTest
{
    [Fact]
    public async Task NoSubscription_Chosen_SaysWhyAndOffersTheWayOut()
    {
        var dialog = await DialogAsync();

        var said = dialog.WaitForElement("[data-uncovered]", Patience);

        Assert.Contains("no active subscription", said.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/customers/", said.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.True(dialog.Find(".btn.primary").HasAttribute("disabled"));
    }

    [Fact]
    public async Task AuraAway_Chosen_StandsNotInTheWayAndSaysThatTypesAreMissing()
    {
        Customers.Failure = AuraErrorKind.Unavailable;
        var dialog = await DialogAsync();

        dialog.WaitForAssertion(() => Assert.Contains("could not be read", dialog.Markup, StringComparison.Ordinal), Patience);

        Assert.Empty(dialog.FindAll("[data-uncovered]"));
    }

    [Fact]
    public async Task Types_Offered_AreThoseForCustomers()
    {
        Cover();
        var dialog = await DialogAsync();

        var options = dialog.WaitForElement("#raise-type", Patience).QuerySelectorAll("option").Select(option => option.GetAttribute("value")).ToList();

        Assert.Equal(["", "1"], options);
    }

    [Fact]
    public async Task NoPlace_Raise_SaysSoAndSendsNothing()
    {
        Cover();
        var dialog = await DialogAsync();
        dialog.WaitForElement("#raise-type", Patience);
        dialog.WaitForAssertion(() => Assert.False(dialog.Find(".btn.primary").HasAttribute("disabled")), Patience);

        dialog.Find(".btn.primary").Click();

        dialog.WaitForAssertion(() => Assert.Contains("Say where the customer is", dialog.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(Commands.Open);
    }

    [Fact]
    public async Task CoverageUnreadable_PlaceTyped_SaysSoAndBlocksNothing()
    {
        Cover();
        var dialog = await DialogAsync();
        dialog.WaitForElement("#raise-type", Patience).Change("1");

        dialog.Find("#place-latitude").Change("-26.1");
        dialog.Find("#place-longitude").Change("28.05");

        dialog.WaitForElement("[data-coverage=Unreadable]", Patience);
        Assert.False(dialog.Find(".btn.primary").HasAttribute("disabled"));
    }

    [Fact]
    public async Task OutsideCoverage_Raise_WaitsForAPersonToTickIt()
    {
        Cover();
        Customers.Areas = () => new Coverage(1, [], unreadable: 0);
        var dialog = await DialogAsync();
        dialog.WaitForElement("#raise-type", Patience).Change("1");
        dialog.Find("#place-latitude").Change("-26.1");
        dialog.Find("#place-longitude").Change("28.05");
        var warning = dialog.WaitForElement("[data-coverage=Outside]", Patience);
        Assert.DoesNotContain(RaiseCustomerText.OutsideNeed, warning.TextContent, StringComparison.Ordinal);

        dialog.Find(".btn.primary").Click();
        dialog.WaitForAssertion(() => Assert.Contains(RaiseCustomerText.OutsideNeed, dialog.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(Aura.CustomerRaises);

        dialog.Find("#raise-anyway").Change(true);
        dialog.Find(".btn.primary").Click();
        dialog.WaitForAssertion(() => Assert.Single(Aura.CustomerRaises), Patience);
    }

    [Fact]
    public async Task ShortPlusCode_Used_IsRefusedWithASentence()
    {
        Cover();
        var dialog = await DialogAsync();

        dialog.WaitForElement("#place-code", Patience).Change("9QCJ+2V");
        dialog.Find(".code .btn").Click();

        dialog.WaitForAssertion(() => Assert.Contains("short plus code", dialog.Find("#place-said").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Position_OfASitesCallout_IsNotSent()
    {
        await using (var db = Database())
        {
            db.Callouts.Add(new Callout { AuraId = 9001, SiteAuraId = 5, CustomerAuraId = 6, StageSince = Time.GetUtcNow(), FirstSeenAt = Time.GetUtcNow() });
            await db.SaveChangesAsync();
        }

        var outcome = await Services.GetRequiredService<PositionDesk>().SendAsync(
            9001, new CalloutPosition(-26, 28), noted: true, new Operator(UserId, UserName), Scope.Everything, CancellationToken.None);

        Assert.Equal(PositionOutcome.NotSent, outcome);
    }

    private void Cover() => Customers.Subscriptions.Add(
        new AuraSubscription { Id = 1, CustomerId = 450_001, ValidFrom = Time.GetUtcNow().AddDays(-1), ValidTo = Time.GetUtcNow().AddDays(100) });

    private async Task<IRenderedComponent<RaiseDialog>> DialogAsync()
    {
        foreach (var module in new[] { "map/pin", "here" })
            JSInterop.SetupModule($"./js/{module}.js").Mode = JSRuntimeMode.Loose;
        var customer = new Customer { AuraId = 450_001, Name = "Lindiwe", Surname = "Nkosi", Mobile = "+27820000001" };
        await using (var db = Database())
        {
            db.Customers.Add(customer);
            await db.SaveChangesAsync();
        }
        return Render<RaiseDialog>(parameters => parameters.Add(dialog => dialog.CustomerId, customer.Id));
    }
}
