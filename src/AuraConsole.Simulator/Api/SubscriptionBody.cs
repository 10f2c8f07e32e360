using AuraConsole.Simulator.Customers;

namespace AuraConsole.Simulator.Api;

/// <summary>Reads what a subscription is asked to be.</summary>
internal static class SubscriptionBody
{
    public static SubscriptionTerms Read(Members members, bool isNew) => new(
        members.Integer("subscriptionTypeId", required: isNew), members.Time("validFrom"), members.Time("validTo"),
        members.Integers("dependantCustomerIds"));
}
