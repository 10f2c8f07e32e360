using System.Security.Claims;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Simulator;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Customers;
using AuraConsole.Web.Features.Customers.Changing;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Outbound.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Customers;

/// <summary>The spine with customers and commands on real migrations, and a simulator of either dialect over real HTTP.</summary>
internal sealed class CustomersHouse : IAsyncDisposable
{
    private CustomersHouse(SimulatorHost aura, Spine spine) => (Aura, Spine) = (aura, spine);

    public SimulatorHost Aura { get; }

    public Spine Spine { get; }

    public CustomerCommands Commands => Get<CustomerCommands>();

    public static async Task<CustomersHouse> StartAsync(Dialect dialect = Dialect.Wrapped)
    {
        var aura = await SimulatorHost.StartAsync(new SimulatorOptions { Url = "http://127.0.0.1:0", AutoAdvance = false, Dialect = dialect });
        var spine = await Spine.StartAsync(
            more: services =>
            {
                services.AddSingleton(TimeProvider.System);
                services.AddOutbound();
                services.AddCustomers();
                services.AddAuthorization();
            },
            settings: new Dictionary<string, string?> { ["Aura:BaseUrl"] = aura.Url.ToString(), ["Aura:AttemptTimeout"] = "00:00:10" });
        return new CustomersHouse(aura, spine);
    }

    public static ClaimsPrincipal User(string role, string id = "u1") => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, id), new Claim(ClaimTypes.Name, "Thandi"), new Claim(ClaimTypes.Role, role)], "test"));

    public static NewCustomer New(string mobile = "+27830000099", bool subscribed = true) => new()
    {
        Customer = new CustomerDetails { Name = "Quintessa", Surname = "Vandermerwe", Mobile = mobile, Reference = "CRM-777", Email = "quintessa@example.test" },
        Subscription = subscribed ? new NewCustomerSubscription(4, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(300)) : null,
    };

    public T Get<T>()
        where T : notnull => Spine.Services.GetRequiredService<T>();

    public Task<Customer> CustomerAsync(int id) => Spine.ReadAsync(db => db.Customers.AsNoTracking().SingleAsync(one => one.Id == id));

    public async Task<Customer> RegisteredAsync(bool subscribed = true)
    {
        var result = await Commands.RegisterAsync(New(subscribed: subscribed), User(Roles.Dispatcher), CancellationToken.None);
        Assert.True(result.IsDone, result.Outcome.ToString());
        if (subscribed)
            await Get<CustomerCover>().IsCoveredAsync(result.Customer!.AuraId, CancellationToken.None);
        return await CustomerAsync(result.Customer!.Id);
    }

    public async ValueTask DisposeAsync()
    {
        await Spine.DisposeAsync();
        await Aura.DisposeAsync();
    }
}
