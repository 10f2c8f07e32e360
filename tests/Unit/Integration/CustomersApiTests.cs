using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Integration.Fixtures;

namespace AuraConsole.Unit.Integration;

public sealed class CustomersApiTests : IDisposable
{
    private const string Create = "POST /panic-api/v2/customers";

    private readonly AuraHarness _harness = new();

    private ICustomersApi Api => _harness.Get<ICustomersApi>();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Create_WithSubscription_SentAsTheQuickstartShows()
    {
        _harness.Aura.Answer(Create, """{"customer":{"customerId":178921},"subscription":{"id":8811,"subscriptionTypeId":4}}""");

        var customer = await Api.CreateAsync(new NewCustomer
        {
            Customer = CustomerFixtures.Details,
            Subscription = new NewCustomerSubscription(4, CustomerFixtures.From, CustomerFixtures.From.AddYears(1)),
        });

        Assert.Equal(
            """{"customer":{"name":"Lindiwe","surname":"Nkosi","mobile":"\u002B27820000000","externalReferenceId":"crm-88"}"""
            + ""","subscription":{"subscriptionTypeId":4,"validFrom":"2026-06-01T00:00:00Z","validTo":"2027-06-01T00:00:00Z"}}""",
            Assert.Single(_harness.Aura.Calls).Body);
        Assert.Equal((178921L, 8811L), (customer.Id, customer.Subscription?.Id));
    }

    [Fact]
    public async Task Create_WithExistingSubscription_IdBesideTheCustomer()
    {
        _harness.Aura.Answer(Create, CustomerFixtures.NewCustomer);

        await Api.CreateAsync(new NewCustomer { Customer = CustomerFixtures.Details, SubscriptionId = 8811 });

        Assert.EndsWith(""","subscriptionId":8811}""", Assert.Single(_harness.Aura.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_BothSubscriptions_InvalidAndNotSent() => await RefusedAsync(new NewCustomer
    {
        Customer = CustomerFixtures.Details,
        Subscription = new NewCustomerSubscription(4, CustomerFixtures.From, CustomerFixtures.From.AddYears(1)),
        SubscriptionId = 8811,
    });

    [Fact]
    public async Task Create_SubscriptionEndsBeforeItBegins_InvalidAndNotSent() => await RefusedAsync(new NewCustomer
    {
        Customer = CustomerFixtures.Details,
        Subscription = new NewCustomerSubscription(4, CustomerFixtures.From, CustomerFixtures.From),
    });

    [Theory]
    [InlineData("")]
    [InlineData("0820000000")]
    [InlineData("+27 82 000 0000")]
    [InlineData("+0820000000")]
    [InlineData("+1234567")]
    [InlineData("+1234567890123456")]
    public async Task Create_NoMobile_InvalidAndNotSent(string mobile) =>
        await RefusedAsync(new NewCustomer { Customer = CustomerFixtures.Details with { Mobile = mobile } });

    [Fact]
    public async Task GetAndUpdate_EitherDialect_Read()
    {
        _harness.Aura.Answer("GET /panic-api/v2/customers/178921", CustomerFixtures.OldCustomer);
        _harness.Aura.Answer("PUT /panic-api/v2/customers/178921", $$"""{"customer":{{CustomerFixtures.NewCustomer}}}""");

        var read = await Api.GetAsync(178921);
        var updated = await Api.UpdateAsync(178921, CustomerFixtures.Details with { VehicleMake = "VW" });

        Assert.All([read, updated], customer => Assert.Equal(
            ("Lindiwe", "Nkosi", "+27820000000", "crm-88", false),
            (customer.Name, customer.Surname, customer.Mobile, customer.Reference, customer.Deleted)));
        Assert.Equal(("Polo", "CA 1"), (read.VehicleModel, read.VehicleLicensePlate));
        Assert.StartsWith("""{"customer":{""", _harness.Aura.Calls[1].Body, StringComparison.Ordinal);
        Assert.Contains("vehicleMake\":\"VW\"", _harness.Aura.Calls[1].Body);
    }

    [Fact]
    public async Task Get_AnotherCustomer_NotTaken()
    {
        _harness.Aura.Answer("GET /panic-api/v2/customers/7", CustomerFixtures.NewCustomer);

        Assert.Equal(AuraErrorKind.Unexpected, (await Assert.ThrowsAsync<AuraApiException>(() => Api.GetAsync(7))).Kind);
    }

    [Fact]
    public async Task Delete_ByPostWithABody()
    {
        _harness.Aura.Answer("POST /panic-api/v2/customers/7/delete", """{"message":"Deleted"}""");

        await Api.DeleteAsync(7);

        Assert.Equal("{}", Assert.Single(_harness.Aura.Calls).Body);
    }

    [Fact]
    public async Task CalloutToken_Issued_ExpiryFromNowAndNeverInItsText()
    {
        _harness.Aura.Answer("POST /panic-api/v2/oauth/calloutToken", """{"accessToken":"scoped","tokenType":"Bearer","expiresIn":600}""");

        var token = await _harness.Get<ICalloutTokensApi>().IssueAsync(178921);

        Assert.Equal("""{"customerId":178921}""", Assert.Single(_harness.Aura.Calls).Body);
        Assert.Equal((178921L, "scoped", _harness.Time.GetUtcNow().AddMinutes(10)), (token.CustomerId, token.Value, token.ExpiresAt));
        Assert.DoesNotContain("scoped", $"{token}");
    }

    private async Task RefusedAsync(NewCustomer customer)
    {
        var failure = await Assert.ThrowsAsync<AuraApiException>(() => Api.CreateAsync(customer));

        Assert.Equal((AuraErrorKind.Invalid, (int?)null), (failure.Kind, failure.Status));
        Assert.Empty(_harness.Aura.Calls);
    }
}
