using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Simulator;
using AuraConsole.Unit.Support;

namespace AuraConsole.Unit.Contract;

/// <summary>Subscriptions (page: subscriptions), and the one documented rate limit.</summary>
public sealed class SubscriptionsContractTests(BothHouses houses) : ContractTest(houses)
{
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(10);

    [Theory, BothDialects]
    public async Task ListTypes_Offered_WithIdsAndWords(Dialect dialect)
    {
        var types = await In(dialect).Aura.Subscriptions.ListTypesAsync();

        Assert.Equal([1L, 2, 3, 4, 5, 6], types.Select(type => type.Id));
        Assert.Contains(types, type => type is { Value: "WEB_SIGNUP_SINGLE", Description: not null });
    }

    [Theory, BothDialects]
    public async Task Activate_WithDependants_KeptAndReadBack(Dialect dialect)
    {
        var house = In(dialect);
        var (main, member) = (await house.NewCustomerAsync(covered: false), await house.NewCustomerAsync(covered: false));

        var activated = await house.Aura.Subscriptions.ActivateAsync(Terms(house, main.Id) with { DependentCustomerIds = [member.Id] });
        var read = await house.Aura.Subscriptions.GetAsync(activated.Id);

        Assert.True(activated.IsActiveAt(house.Now));
        Assert.Equal((activated.Id, main.Id, 2L), (read.Id, read.CustomerId, read.TypeId));
        Assert.Equal([member.Id], read.Dependents.Select(dependent => dependent.CustomerId));
        Assert.Equal([member.Id], house.Main.Customers.Subscription(activated.Id)!.DependantIds);
        Assert.Equal([activated.Id], (await house.Aura.Subscriptions.ListForCustomerAsync(member.Id)).Select(one => one.Id));
    }

    [Theory, BothDialects]
    public async Task Activate_ActiveAlready_409(Dialect dialect)
    {
        var house = In(dialect);
        var customer = await house.NewCustomerAsync();

        await House.RefusedAsync(
            AuraErrorKind.Conflict, 409, () => house.Aura.Subscriptions.ActivateAsync(Terms(house, customer.Id)));
    }

    [Theory, BothDialects]
    public async Task Renew_NewEndAndMembers_KeptAndAnswered(Dialect dialect)
    {
        var house = In(dialect);
        var (main, member) = (await house.NewCustomerAsync(covered: false), await house.NewCustomerAsync(covered: false));
        var activated = await house.Aura.Subscriptions.ActivateAsync(Terms(house, main.Id));
        var end = new DateTimeOffset(house.Now.Date.AddYears(3), TimeSpan.Zero);

        var renewed = await house.Aura.Subscriptions.RenewAsync(
            activated.Id, new RenewSubscription { ValidTo = end, DependentCustomerIds = [member.Id] });

        Assert.Equal((end, end), (renewed.ValidTo, house.Main.Customers.Subscription(activated.Id)!.ValidTo));
        Assert.Equal(member.Id, Assert.Single(renewed.Dependents).CustomerId);
    }

    [Theory, BothDialects]
    public async Task Cancel_Subscription_OverForGood(Dialect dialect)
    {
        var house = In(dialect);
        var customer = await house.NewCustomerAsync();
        var subscription = Assert.Single(await house.Aura.Subscriptions.ListForCustomerAsync(customer.Id));

        await house.Aura.Subscriptions.CancelAsync(subscription.Id);

        var read = await house.Aura.Subscriptions.GetAsync(subscription.Id);
        Assert.Equal((true, false), (read.Cancelled, read.IsActiveAt(house.Now)));
        await House.RefusedAsync(AuraErrorKind.Forbidden, 403, () => house.RaiseForAsync(customer.Id));
        await House.RefusedAsync(
            AuraErrorKind.Invalid, 400,
            () => house.Aura.Subscriptions.RenewAsync(subscription.Id, new RenewSubscription { ValidTo = house.Now.AddYears(2) }));
        Assert.True((await house.Aura.Subscriptions.ActivateAsync(Terms(house, customer.Id))).IsActiveAt(house.Now));
    }

    [Theory, BothDialects]
    public async Task Subscription_BeyondItsDates_NotActiveOnEitherSide(Dialect dialect)
    {
        await using var house = await House.StartAsync(dialect, static options => options.TokenLifetime = TimeSpan.FromDays(1000));
        var customer = await house.NewCustomerAsync();
        var subscription = Assert.Single(await house.Aura.Subscriptions.ListForCustomerAsync(customer.Id));

        house.Time.Shift(TimeSpan.FromDays(400));

        Assert.False((await house.Aura.Subscriptions.GetAsync(subscription.Id)).IsActiveAt(house.Now));
        await House.RefusedAsync(AuraErrorKind.Forbidden, 403, () => house.RaiseForAsync(customer.Id));
    }

    [Theory, BothDialects]
    public async Task ListForCustomer_FiftyFirst_WaitsForItsTurnSoThatNoneIsRefused(Dialect dialect)
    {
        await using var house = await House.StartAsync(dialect);
        var (customer, time) = (house.Main.Customers.All[0], new ManualTimeProvider());
        using var client = new AuraClient(house.Server.Url, house.Server.Options.ClientId, house.Server.Options.ClientSecret, time);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.Subscriptions.ListForCustomerAsync(customer.Id)));
        var late = client.Subscriptions.ListForCustomerAsync(customer.Id);
        await time.TimerSetAsync(Stretch);

        Assert.Equal((50, false), (house.Asked("GET", Lists(customer.Id), 200), late.IsCompleted));
        house.Time.Shift(Stretch);
        time.Advance(Stretch);
        Assert.Single(await late.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal((51, 0), (house.Asked("GET", Lists(customer.Id), 200), house.Asked("GET", Lists(customer.Id), 429)));
    }

    [Theory, BothDialects]
    public async Task ListForCustomer_LimitUsedUpBySomebodyElse_429WithTheWait(Dialect dialect)
    {
        await using var house = await House.StartAsync(dialect);
        var customer = house.Main.Customers.All[0];
        var others = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => house.SendAsync("GET", Lists(customer.Id))));
        Assert.All(others, answer => Assert.Equal(200, answer.Status));

        var failure = await House.RefusedAsync(
            AuraErrorKind.RateLimited, 429, () => house.Aura.Subscriptions.ListForCustomerAsync(customer.Id));

        Assert.InRange(failure.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        Assert.Equal(1, house.Asked("GET", Lists(customer.Id), 429));
    }

    private static NewSubscription Terms(House house, long customerId) => new()
    {
        CustomerId = customerId,
        TypeId = 2,
        ValidFrom = house.Now.AddMinutes(-1),
        ValidTo = house.Now.AddYears(1),
    };

    private static string Lists(long customerId) => $"/panic-api/v2/customers/{customerId}/subscriptions";
}
