using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Contract;

/// <summary>Customers (api reference: customers).</summary>
public sealed class CustomersContractTests(BothHouses houses) : ContractTest(houses)
{
    [Theory, BothDialects]
    public async Task Create_WithSubscription_BothThereAndActive(Dialect dialect)
    {
        var house = In(dialect);
        var details = Details(house);

        var customer = await house.Aura.Customers.CreateAsync(new NewCustomer
        {
            Customer = details,
            Subscription = new NewCustomerSubscription(4, house.Now.AddDays(-1), house.Now.AddYears(1)),
        });

        var kept = house.Main.Customers.Customer(customer.Id)!;
        Assert.Equal(
            (details.Name, details.Surname, details.Mobile, details.Reference), (kept.Name, kept.Surname, kept.Mobile, kept.Reference));
        Assert.Equal((details.Email, details.VehicleLicensePlate), (kept.Profile["email"], kept.Profile["vehicleLicensePlate"]));
        Assert.Equal((details.Name, details.Mobile, details.Email), (customer.Name, customer.Mobile, customer.Email));
        Assert.Equal(4, house.Main.Customers.ActiveOf(customer.Id, house.Now)!.TypeId);
        Assert.True(Assert.Single(await house.Aura.Subscriptions.ListForCustomerAsync(customer.Id)).IsActiveAt(house.Now));
    }

    [Theory, BothDialects]
    public async Task Create_UnderAnExistingSubscription_Covered(Dialect dialect)
    {
        var house = In(dialect);
        var main = await house.NewCustomerAsync();
        var subscription = Assert.Single(house.Main.Customers.SubscriptionsOf(main.Id));

        var member = await house.Aura.Customers.CreateAsync(
            new NewCustomer { Customer = Details(house), SubscriptionId = subscription.Id });

        Assert.Equal(subscription.Id, house.Main.Customers.ActiveOf(member.Id, house.Now)!.Id);
    }

    [Theory, BothDialects]
    public async Task Create_MobileTaken_409(Dialect dialect)
    {
        var house = In(dialect);
        var customer = await house.NewCustomerAsync();

        await House.RefusedAsync(AuraErrorKind.Conflict, 409, () => house.NewCustomerAsync(mobile: customer.Mobile));
    }

    [Theory, BothDialects]
    public Task Create_UnknownSubscriptionType_400(Dialect dialect) => House.RefusedAsync(
        AuraErrorKind.Invalid, 400,
        () => In(dialect).Aura.Customers.CreateAsync(new NewCustomer
        {
            Customer = Details(In(dialect)),
            Subscription = new NewCustomerSubscription(99, In(dialect).Now, In(dialect).Now.AddYears(1)),
        }));

    [Theory, BothDialects]
    public async Task Create_BlankMobile_400WithWords(Dialect dialect)
    {
        var (status, message) = await In(dialect).SendAsync(
            "POST", "/panic-api/v2/customers", """{"customer":{"name":"A","surname":"B","mobile":" "}}""");

        Assert.Equal(400, status);
        Assert.Contains("mobile", message, StringComparison.Ordinal);
    }

    [Theory, BothDialects]
    public async Task Get_Customer_AsRegistered(Dialect dialect)
    {
        var house = In(dialect);
        var details = Details(house);
        var created = await house.Aura.Customers.CreateAsync(new NewCustomer { Customer = details });

        var read = await house.Aura.Customers.GetAsync(created.Id);

        Assert.Equal(
            (created.Id, details.Name, details.Surname, details.Mobile, details.Reference, details.VehicleMake),
            (read.Id, read.Name, read.Surname, read.Mobile, read.Reference, read.VehicleMake));
    }

    [Theory, BothDialects]
    public async Task Update_Customer_ReplacedAndMobileFree(Dialect dialect)
    {
        var house = In(dialect);
        var customer = await house.NewCustomerAsync();

        var updated = await house.Aura.Customers.UpdateAsync(
            customer.Id, new CustomerDetails { Name = "Thandi", Surname = "Maseko", Mobile = house.NewMobile() });

        Assert.Equal(("Thandi", "Maseko"), (updated.Name, house.Main.Customers.Customer(customer.Id)!.Surname));
        Assert.NotEqual(customer.Id, (await house.NewCustomerAsync(mobile: customer.Mobile)).Id);
        await House.RefusedAsync(
            AuraErrorKind.Conflict, 409,
            () => house.Aura.Customers.UpdateAsync(
                customer.Id, new CustomerDetails { Name = "A", Surname = "B", Mobile = customer.Mobile! }));
    }

    [Theory, BothDialects]
    public async Task Delete_Customer_HiddenEverywhere(Dialect dialect)
    {
        var house = In(dialect);
        var customer = await house.NewCustomerAsync();

        await house.Aura.Customers.DeleteAsync(customer.Id);

        Assert.Null(house.Main.Customers.Customer(customer.Id));
        await House.RefusedAsync(AuraErrorKind.NotFound, 404, () => house.Aura.Customers.GetAsync(customer.Id));
        await House.RefusedAsync(AuraErrorKind.NotFound, 404, () => house.Aura.Customers.DeleteAsync(customer.Id));
        await House.RefusedAsync(AuraErrorKind.NotFound, 404, () => house.RaiseForAsync(customer.Id));
    }

    private static CustomerDetails Details(House house) => new()
    {
        Name = "Lindiwe",
        Surname = "Nkosi",
        Mobile = house.NewMobile(),
        Reference = house.Unique("crm"),
        Email = "lindiwe@example.org",
        VehicleMake = "Toyota",
        VehicleModel = "Corolla",
        VehicleColour = "white",
        VehicleLicensePlate = "CA 123-456",
    };
}
