using AuraConsole.Web.Data;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Components.Callouts.Customers;

/// <summary>The word for how a customer stands.</summary>
internal static class CoverWords
{
    public static string Of(SubscriptionState state) => state switch
    {
        SubscriptionState.Active or SubscriptionState.Expiring => CustomersText.StateActive,
        SubscriptionState.Upcoming => CustomersText.StateUpcoming,
        SubscriptionState.Lapsed => CustomersText.StateLapsed,
        SubscriptionState.Cancelled => CustomersText.StateCancelled,
        _ => CustomersText.StateNone,
    };
}
