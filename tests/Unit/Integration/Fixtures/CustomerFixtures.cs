using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Unit.Integration.Fixtures;

/// <summary>Customers, subscriptions and callout tokens.</summary>
internal static class CustomerFixtures
{
    public const string NewCustomer = """
        {"id":178921,"name":"Lindiwe","surname":"Nkosi","mobile":"+27820000000","email":null,"externalReferenceId":"crm-88",
         "customerSourceId":12,"createdAt":"2026-05-04T09:00:00Z","updatedAt":"2026-05-04T09:00:00Z"}
        """;

    public const string OldCustomer = """
        {"id":178921,"firstName":"Lindiwe","lastName":"Nkosi","mobileNumber":"+27820000000","email":"l@n.test","externalReferenceId":"crm-88",
         "vehicleMake":"VW","vehicleModel":"Polo","vehicleColour":"white","vehicleLicensePlate":"CA 1","customerSourceId":12}
        """;

    public const string NewSubscription = """
        {"id":8811,"customerId":178921,"subscriptionTypeId":4,"validFrom":"2026-06-01T00:00:00Z","validTo":"2027-06-01T00:00:00Z",
         "CancelledDate":null,"dependents":[{"customerId":178922,"name":"Sipho","surname":"Nkosi"}]}
        """;

    public const string OldSubscription = """
        {"id":8811,"customerId":178921,"subscriptionTypeId":4,"status":"active","dependantCustomerIds":[178922]}
        """;

    public static CustomerDetails Details { get; } =
        new() { Name = "Lindiwe", Surname = "Nkosi", Mobile = "+27820000000", Reference = "crm-88" };

    public static DateTimeOffset From { get; } = new(2026, 6, 1, 2, 0, 0, TimeSpan.FromHours(2));

    public static NewSubscription Subscription { get; } =
        new() { CustomerId = 178921, TypeId = 4, ValidFrom = From, ValidTo = From.AddYears(1), DependentCustomerIds = [178922] };

    public static IReadOnlyList<AuraOperation> Operations { get; } =
    [
        new("ICustomersApi.CreateAsync", "POST /panic-api/v2/customers",
            h => h.Get<ICustomersApi>().CreateAsync(new NewCustomer { Customer = Details }),
            $$"""{"message":"Created","customer":{{NewCustomer}}}""", OldCustomer,
            """{"message":"Created","customer":{"customerId":178921,"name":"Lindiwe"}}"""),
        new("ICustomersApi.GetAsync", "GET /panic-api/v2/customers/178921", h => h.Get<ICustomersApi>().GetAsync(178921),
            $$"""{"message":"Successful","customer":{{NewCustomer}}}""", OldCustomer),
        new("ICustomersApi.UpdateAsync", "PUT /panic-api/v2/customers/178921", h => h.Get<ICustomersApi>().UpdateAsync(178921, Details),
            $$"""{"message":"Updated","customer":{{NewCustomer}}}""", OldCustomer),
        new("ICustomersApi.DeleteAsync", "POST /panic-api/v2/customers/178921/delete", h => h.Get<ICustomersApi>().DeleteAsync(178921),
            """{"message":"Deleted"}""") { EmptyIsDone = true },
        new("ISubscriptionsApi.ListTypesAsync", "GET /panic-api/v2/subscriptions/subscriptionTypes",
            h => h.Get<ISubscriptionsApi>().ListTypesAsync(),
            """{"message":"Successful","subscriptionTypes":[{"id":4,"value":"WEB_SIGNUP_SINGLE","description":"One person"}]}""",
            """[{"id":"4","name":"WEB_SIGNUP_SINGLE"}]"""),
        new("ISubscriptionsApi.ActivateAsync", "POST /panic-api/v2/subscriptions",
            h => h.Get<ISubscriptionsApi>().ActivateAsync(Subscription),
            $$"""{"message":"Activated","subscription":{{NewSubscription}}}""", OldSubscription),
        new("ISubscriptionsApi.GetAsync", "GET /panic-api/v2/subscriptions/8811", h => h.Get<ISubscriptionsApi>().GetAsync(8811),
            $$"""{"message":"Successful","subscription":{{NewSubscription}}}""", OldSubscription),
        new("ISubscriptionsApi.RenewAsync", "PUT /panic-api/v2/subscriptions/8811",
            h => h.Get<ISubscriptionsApi>().RenewAsync(8811, new RenewSubscription { ValidTo = From.AddYears(2) }),
            $$"""{"message":"Renewed","subscription":{{NewSubscription}}}""", OldSubscription),
        new("ISubscriptionsApi.CancelAsync", "DELETE /panic-api/v2/subscriptions/8811", h => h.Get<ISubscriptionsApi>().CancelAsync(8811),
            """{"message":"Cancelled"}""") { EmptyIsDone = true },
        new("ISubscriptionsApi.ListForCustomerAsync", "GET /panic-api/v2/customers/178921/subscriptions",
            h => h.Get<ISubscriptionsApi>().ListForCustomerAsync(178921),
            $$"""{"message":"Successful","subscriptions":[{{NewSubscription}}]}""", $"[{OldSubscription}]"),
        new("ICalloutTokensApi.IssueAsync", "POST /panic-api/v2/oauth/calloutToken", h => h.Get<ICalloutTokensApi>().IssueAsync(178921),
            """{"accessToken":"scoped","tokenType":"Bearer","expiresIn":600}""",
            """{"access_token":"scoped","token_type":"Bearer","expires_in":600}"""),
    ];
}
