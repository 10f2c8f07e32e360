using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Contract;

/// <summary>What is refused on every route alike, and that each refusal carries its words (page: errors and status codes).</summary>
public sealed class RefusalContractTests(BothHouses houses) : ContractTest(houses)
{
    private const string TokenRoute = "POST /panic-api/v2/oauth/token";

    [Theory, BothDialects]
    public async Task EveryRoute_WithoutToken_401WithWords(Dialect dialect)
    {
        foreach (var route in SimulatorRoutes.All.Where(route => route != TokenRoute))
        {
            var (method, path) = Filled(route);
            AssertRefused(route, 401, await In(dialect).SendAsync(method, path, Body(method, "{}"), token: ""));
        }
    }

    [Theory, BothDialects]
    public async Task EveryWrite_BodyThatIsNoJson_RefusedWithWords(Dialect dialect)
    {
        foreach (var route in SimulatorRoutes.All)
        {
            var (method, path) = Filled(route);
            if (method is not ("POST" or "PUT")) continue;
            var answer = await In(dialect).SendAsync(method, path, """{"customerId":""");
            AssertRefused(route, answer.Status is 404 ? 404 : 400, answer);
        }
    }

    [Theory, BothDialects]
    public async Task EveryReadAndDelete_UnknownId_404WithWords(Dialect dialect)
    {
        foreach (var route in SimulatorRoutes.All.Where(route => route.Contains('{', StringComparison.Ordinal)))
        {
            var (method, path) = Filled(route);
            if (method is not ("GET" or "DELETE")) continue;
            AssertRefused(route, 404, await In(dialect).SendAsync(method, path));
        }
    }

    [Theory, BothDialects]
    public async Task ForeignId_Everywhere_404(Dialect dialect)
    {
        var house = In(dialect);
        foreach (var (name, call) in await ForeignCallsAsync(house))
        {
            var failure = await Record.ExceptionAsync(call) as AuraApiException;
            Assert.True(
                failure is { Kind: AuraErrorKind.NotFound, Status: 404, AuraMessage.Length: > 0 }, $"{name}: {failure?.ToString() ?? "no refusal"}");
        }
    }

    [Theory, BothDialects]
    public async Task ForeignReference_Raise_400(Dialect dialect)
    {
        var site = await In(dialect).NewSiteAsync();

        await House.RefusedAsync(
            AuraErrorKind.Invalid, 400, () => In(dialect).Foreign.Callouts.RaiseForSiteAsync(site.Reference, new RaiseForSite()));
    }

    [Theory, BothDialects]
    public async Task LeftOut_LegacyRaiseLeadsAndSignUp_404WithWords(Dialect dialect)
    {
        foreach (var path in new[] { "callouts", "leads", "customer-signup/sessions" })
            AssertRefused(path, 404, await In(dialect).SendAsync("POST", "/panic-api/v2/" + path, "{}"));
    }

    private static async Task<List<(string Name, Func<Task> Call)>> ForeignCallsAsync(House house)
    {
        var (customer, site) = (await house.NewCustomerAsync(), await house.NewSiteAsync());
        var subscription = house.Main.Customers.SubscriptionsOf(customer.Id)[0];
        var (open, closed) = ((await house.RaiseForAsync(customer.Id)).Callout.Id, (await house.RaiseAsync()).Id);
        house.Close(closed);
        var rating = await house.Aura.AfterClosure.RateAsync(new RateCallout { CalloutId = closed, Rating = 3 });
        var button = new DeviceDetails { CustomerId = customer.Id, Serial = house.Unique("FOREIGN"), Supplier = "Acme" };
        var device = await house.Aura.Devices.LinkAsync(button);
        var details = new CustomerDetails { Name = "A", Surname = "B", Mobile = house.NewMobile() };
        var place = new SiteDetails { Reference = house.Unique("foreign"), Latitude = 1, Longitude = 2 };
        var terms = new NewSubscription { CustomerId = customer.Id, TypeId = 1, ValidFrom = house.Now, ValidTo = house.Now.AddDays(9) };
        var patrol = Patrol(house, customer.Id);
        var scheduled = await house.Aura.Scheduled.CreateAsync("guarding", patrol);
        var other = house.Foreign;
        return
        [
            ("site", () => other.Sites.GetAsync(site.Id)),
            ("update site", () => other.Sites.UpdateAsync(site.Id, place)),
            ("delete site", () => other.Sites.DeleteAsync(site.Id)),
            ("customer", () => other.Customers.GetAsync(customer.Id)),
            ("update customer", () => other.Customers.UpdateAsync(customer.Id, details)),
            ("delete customer", () => other.Customers.DeleteAsync(customer.Id)),
            ("callout token", () => other.Get<ICalloutTokensApi>().IssueAsync(customer.Id)),
            ("subscription", () => other.Subscriptions.GetAsync(subscription.Id)),
            ("activate", () => other.Subscriptions.ActivateAsync(terms)),
            ("renew", () => other.Subscriptions.RenewAsync(subscription.Id, new RenewSubscription { TypeId = 2 })),
            ("cancel subscription", () => other.Subscriptions.CancelAsync(subscription.Id)),
            ("subscriptions", () => other.Subscriptions.ListForCustomerAsync(customer.Id)),
            ("raise", () => other.Callouts.RaiseForCustomerAsync(
                customer.Id, new RaiseForCustomer { Position = new CalloutPosition(1, 2), ResponseTypeId = 1 })),
            ("callout", () => other.Callouts.GetAsync(open)),
            ("customer's callouts", () => other.Callouts.ListActiveForCustomerAsync(customer.Id)),
            ("location", () => other.Callouts.UpdateLocationAsync(open, new CalloutPosition(1, 2))),
            ("location and return", () => other.Callouts.UpdateLocationAndReturnAsync(open, new CalloutPosition(1, 2))),
            ("cancel", () => other.Callouts.CancelAsync(open)),
            ("cancel with safe code", () => other.Callouts.CancelAsync(open, customer.Mobile![^4..])),
            ("dismiss", () => other.Callouts.DismissAsync(open)),
            ("events", () => other.Events.ListAsync(open)),
            ("send event", () => other.Events.SendAsync(open, new NewCalloutEvent("Hello"))),
            ("reasons", () => other.Reasons.ListAsync(open)),
            ("attach reason", () => other.Reasons.AttachAsync(open, 102)),
            ("report", () => other.AfterClosure.ReportAsync(closed)),
            ("map", () => other.AfterClosure.MapAsync(closed)),
            ("rate", () => other.AfterClosure.RateAsync(new RateCallout { CalloutId = closed, Rating = 1 })),
            ("rate item", () => other.AfterClosure.RateItemAsync(new RateItem { RatingId = rating.Id!.Value, Description = "Slow" })),
            ("schedule", () => other.Scheduled.CreateAsync("guarding", patrol)),
            ("cancel scheduled", () => other.Scheduled.CancelAsync(scheduled.Id)),
            ("link device", () => other.Devices.LinkAsync(button)),
            ("update device", () => other.Devices.UpdateAsync(button)),
            ("unlink device", () => other.Devices.UnlinkAsync(device.DeviceId)),
            ("device event", () => other.Devices.SendEventAsync(new DeviceEvent { DeviceId = device.DeviceId, MessageType = "panic" })),
        ];
    }

    private static NewScheduledService Patrol(House house, long customerId) => new()
    {
        CustomerId = customerId,
        Name = "Night guard",
        From = house.Now.AddHours(1),
        To = house.Now.AddDays(2),
        Repeats = ScheduleRepeats.Once(new TimeOnly(18, 0), TimeSpan.FromHours(1)),
        Location = new ScheduleLocation(-33.9051, 18.4201, null),
    };

    private static (string Method, string Path) Filled(string route)
    {
        var parts = SimulatorRoutes.Normal(route).Replace("{}", "999", StringComparison.Ordinal).Split(' ');
        return (parts[0], parts[1]);
    }

    private static string? Body(string method, string body) => method is "POST" or "PUT" ? body : null;

    private static void AssertRefused(string route, int status, (int Status, string Message) answer) =>
        Assert.True(answer.Status == status && answer.Message != "", $"{route}: {answer.Status} \"{answer.Message}\"");
}
