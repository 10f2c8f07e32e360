using System.Net;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

public sealed class CustomersTests : SimulatorTest
{
    private const string Profile = "\"name\":\"Jane\",\"surname\":\"Doe\",\"mobile\":\"+27821234567\"";

    protected override void Prepare(SimulatorOptions options) => options.ExtraClients["other"] = "other-secret";

    [Fact]
    public async Task Create_NewerBody_Answers201WithTheCustomer()
    {
        var answer = await PostAsync(
            Customers, $$$"""{"customer":{{{{Profile}}},"externalReferenceId":"crm-88","vehicleMake":"Toyota"}}""");
        var customer = answer.Body.GetProperty("customer");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.NotEmpty(answer.Message);
        Assert.Equal(("Jane", "Doe"), (customer.GetProperty("name").GetString(), customer.GetProperty("surname").GetString()));
        Assert.Equal("+27821234567", customer.GetProperty("mobile").GetString());
        Assert.Equal("crm-88", customer.GetProperty("externalReferenceId").GetString());
        Assert.Equal("Toyota", customer.GetProperty("vehicleMake").GetString());
        Assert.Equal(12, customer.GetProperty("customerSourceId").GetInt32());
        Assert.Equal(answer.Body.GetProperty("customer").GetRawText(), (await GetAsync(
            $"{Customers}/{customer.GetProperty("id").GetInt64()}")).Body.GetProperty("customer").GetRawText());
    }

    [Fact]
    public async Task Create_OlderBody_IsTakenToo()
    {
        var answer = await PostAsync(Customers, """{"firstName":"Jane","lastName":"Doe","mobileNumber":"+27821234567","email":"j@doe.example"}""");

        Assert.Equal("Jane", answer.Body.GetProperty("customer").GetProperty("name").GetString());
        Assert.Equal("j@doe.example", answer.Body.GetProperty("customer").GetProperty("email").GetString());
    }

    [Fact]
    public async Task Create_Bare_IsFlat()
    {
        Host.Configure(static options => options.Dialect = Dialect.Bare);

        var created = (await PostAsync(Customers, $$$"""{"customer":{{{{Profile}}}}}""")).Body;
        var read = (await GetAsync($"{Customers}/{created.GetProperty("id").GetInt64()}")).Body;

        Assert.Equal("Jane", read.GetProperty("firstName").GetString());
        Assert.Equal("Doe", read.GetProperty("lastName").GetString());
        Assert.Equal("+27821234567", read.GetProperty("mobileNumber").GetString());
        Assert.False(read.TryGetProperty("customer", out _));
    }

    [Fact]
    public async Task Create_WithSubscription_CanRaiseAtOnceAndTellsTheWebhook()
    {
        await using var receiver = await StartReceiverAsync("CREATED_CUSTOMER", "SUBSCRIPTION_CREATED", "NEW_CALLOUT");

        var created = await PostAsync(Customers, $$$"""{"customer":{{{{Profile}}}},"subscription":{"subscriptionTypeId":4}}""");
        var id = created.Body.GetProperty("customer").GetProperty("id").GetInt64();
        await RaiseForCustomerAsync(id);

        var received = (await receiver.NextAsync(3)).ToDictionary(delivery => delivery.Event, delivery => delivery.Body);
        Assert.Equal(id, received["CREATED_CUSTOMER"].GetProperty("customer").GetProperty("id").GetInt64());
        Assert.Equal(id, received["SUBSCRIPTION_CREATED"].GetProperty("subscription").GetProperty("customerId").GetInt64());
        Assert.Equal(id, received["NEW_CALLOUT"].GetProperty("callout").GetProperty("customerId").GetInt64());
    }

    [Fact]
    public async Task Create_WithExistingSubscription_IsCoveredAsDependant()
    {
        var created = await PostAsync(Customers, $$$"""{"customer":{{{{Profile}}}},"subscriptionId":8801}""");
        var id = created.Body.GetProperty("customer").GetProperty("id").GetInt64();

        var dependents = (await GetAsync("/panic-api/v2/subscriptions/8801")).Body.GetProperty("subscription").GetProperty("dependents");
        Assert.Equal((id, "Jane"), (dependents[0].GetProperty("id").GetInt64(), dependents[0].GetProperty("name").GetString()));
        await RaiseForCustomerAsync(id);
    }

    [Theory]
    [InlineData("{}", "customer is required")]
    [InlineData("""{"customer":"Jane"}""", "customer must be an object")]
    [InlineData("""{"customer":{"surname":"Doe","mobile":"+27821234567"}}""", "customer.name")]
    [InlineData("""{"customer":{"name":"Jane","mobile":"+27821234567"}}""", "customer.surname")]
    [InlineData("""{"customer":{"name":"Jane","surname":"Doe"}}""", "customer.mobile")]
    [InlineData("""{"customer":{"name":"Jane","surname":"Doe","mobile":" "}}""", "customer.mobile")]
    [InlineData("""{"customer":{"name":"Jane","surname":"Doe","mobile":"0821234567"}}""", "international")]
    [InlineData("""{"firstName":"Jane","mobileNumber":"+27821234567"}""", "lastName")]
    [InlineData("""{"customer":{"name":"J","surname":"D","mobile":"+27821234567"},"subscription":{}}""", "subscription.subscriptionTypeId")]
    [InlineData("""{"customer":{"name":"J","surname":"D","mobile":"+27821234567"},"subscription":{"subscriptionTypeId":99}}""", "not known")]
    [InlineData("""{"customer":{"name":"J","surname":"D","mobile":"+27821234567"},"subscription":{"subscriptionTypeId":4,"validTo":"soon"}}""", "ISO 8601")]
    [InlineData("""{"customer":{"name":"J","surname":"D","mobile":"+27821234567"},"subscription":{"subscriptionTypeId":4},"subscriptionId":8801}""", "exclude")]
    [InlineData("""{"customer":{"name":"J","surname":"D","mobile":"+27821234567"},"subscriptionId":1}""", "subscriptionId")]
    [InlineData("""{"customer":{"name":"J","surname":"D","mobile":"+27821234567"},"subscriptionId":8806}""", "no active subscription")]
    public async Task Create_WrongBody_Answers400AndKeepsNothing(string body, string about)
    {
        AssertRefused(HttpStatusCode.BadRequest, await PostAsync(Customers, body), about);

        Assert.Equal(8, Host.State.Main.Customers.All.Count);
    }

    [Fact]
    public async Task Create_MobileOfAnother_Answers409()
    {
        AssertRefused(HttpStatusCode.Conflict, await PostAsync(
            Customers, """{"customer":{"name":"Jane","surname":"Doe","mobile":"+27820000001"}}"""));
    }

    [Fact]
    public async Task Update_RightBody_ReplacesTheProfile()
    {
        var answer = await PutAsync($"{Customers}/{FirstCustomer}", $$$"""{"customer":{{{{Profile}}},"email":"j@doe.example"}}""");
        var customer = answer.Body.GetProperty("customer");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((FirstCustomer, "Jane"), (customer.GetProperty("id").GetInt64(), customer.GetProperty("name").GetString()));
        Assert.Equal("+27821234567", Host.State.Main.Customers.Customer(FirstCustomer)!.Mobile);
        Assert.Null(Host.State.Main.Customers.Customer(FirstCustomer)!.Reference);
    }

    [Fact]
    public async Task Update_Wrong_IsRefused()
    {
        AssertRefused(HttpStatusCode.NotFound, await PutAsync($"{Customers}/1", $$$"""{"customer":{{{{Profile}}}}}"""));
        AssertRefused(HttpStatusCode.BadRequest, await PutAsync($"{Customers}/{FirstCustomer}", """{"customer":{"name":"Jane"}}"""), "surname");
        AssertRefused(HttpStatusCode.Conflict, await PutAsync(
            $"{Customers}/{FirstCustomer}", """{"customer":{"name":"Jane","surname":"Doe","mobile":"+27820000002"}}"""));
    }

    [Fact]
    public async Task Delete_Customer_HidesItAndFreesItsMobile()
    {
        var deleted = await PostAsync($"{Customers}/{FirstCustomer}/delete");

        Assert.Equal(HttpStatusCode.OK, deleted.Status);
        Assert.NotEmpty(deleted.Message);
        AssertRefused(HttpStatusCode.NotFound, await GetAsync($"{Customers}/{FirstCustomer}"));
        AssertRefused(HttpStatusCode.NotFound, await PostAsync($"{Customers}/{FirstCustomer}/delete"));
        AssertRefused(HttpStatusCode.NotFound, await PostAsync($"{Customers}/{FirstCustomer}/callouts", LiveRaise));
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(
            Customers, """{"customer":{"name":"Jane","surname":"Doe","mobile":"+27820000001"}}""")).Status);
    }

    [Fact]
    public async Task OtherSource_ForeignCustomer_Answers404()
    {
        var other = await TokenAsync("other", "other-secret");

        AssertRefused(HttpStatusCode.NotFound, await GetAsync($"{Customers}/{FirstCustomer}", other));
        AssertRefused(HttpStatusCode.NotFound, await PostAsync($"{Customers}/{FirstCustomer}/delete", token: other));
        AssertRefused(HttpStatusCode.NotFound, await PostAsync($"{Customers}/{FirstCustomer}/callouts", LiveRaise, other));
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(
            Customers, """{"customer":{"name":"Jane","surname":"Doe","mobile":"+27820000001"}}""", other)).Status);
    }

    [Fact]
    public async Task Seeds_WithAndWithoutSubscription_AreShownByTheControlApi()
    {
        var seeds = (await GetAsync($"{Control}/customers")).Body.EnumerateArray().ToList();

        Assert.Equal(
            [true, true, true, true, true, false, false, false], seeds.Select(seed => seed.GetProperty("hasActiveSubscription").GetBoolean()));
    }
}
