using AuraConsole.Integration.Http;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Features.Customers.Changing;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Customers.Showing;

/// <summary>Says what came of what somebody asked for, and what to do next.</summary>
public static class CustomerSentences
{
    public static string Of(CustomerResult result) => (result.Action, result.Outcome) switch
    {
        (CustomerAction.Register, CustomerOutcome.Done) => CustomersText.Registered,
        (CustomerAction.Register, CustomerOutcome.Unknown) => CustomersText.RegisterUnknown,
        (CustomerAction.Edit, CustomerOutcome.Done) => CustomersText.Saved,
        (CustomerAction.Delete, CustomerOutcome.Done) => CustomersText.Deleted,
        (CustomerAction.Erase, CustomerOutcome.Done) => CustomersText.Erased,
        (CustomerAction.Erase, CustomerOutcome.Unknown) => CustomersText.EraseUnknown,
        (CustomerAction.LookUp, CustomerOutcome.Done) => CustomersText.LookedUp,
        (CustomerAction.LookUp, CustomerOutcome.Gone) => CustomersText.LookUpErased,
        (CustomerAction.LookUp, CustomerOutcome.Refused) when result.Failure?.Kind == AuraErrorKind.NotFound => CustomersText.LookUpNone,
        (CustomerAction.Activate, CustomerOutcome.Done) => CustomersText.Activated,
        (CustomerAction.Activate, CustomerOutcome.Refused) when result.Failure?.Kind == AuraErrorKind.Conflict => CustomersText.ActivateConflict,
        (CustomerAction.Renew, CustomerOutcome.Done) => CustomersText.Renewed,
        (CustomerAction.Cancel, CustomerOutcome.Done) => CustomersText.SubscriptionCancelled,
        (_, CustomerOutcome.FoundDone) => CustomersText.FoundDone,
        (_, CustomerOutcome.FoundNotDone) => CustomersText.FoundNotDone,
        (_, CustomerOutcome.Unknown) => CustomersText.OutcomeUnknown,
        (_, CustomerOutcome.Duplicate) => result.Customer is null ? CustomersText.DuplicateAtAura : CustomersText.DuplicateHere,
        (_, CustomerOutcome.ChangedMeanwhile) => CustomersText.ChangedMeanwhile,
        (_, CustomerOutcome.Gone) => CustomersText.Gone,
        (_, CustomerOutcome.HasPatrols) => CustomersText.HasPatrols,
        (_, CustomerOutcome.Over) => CustomersText.Over,
        _ => Reason(result.Failure),
    };

    /// <summary>AURA's message, word for word; null without one.</summary>
    public static string? Quoted(AuraApiException? failure) =>
        string.IsNullOrWhiteSpace(failure?.AuraMessage) ? null : Say.With(CustomersText.AuraSays, failure.AuraMessage);

    public static string Of(SubscriptionState state) => state switch
    {
        SubscriptionState.Active => CustomersText.StateActive,
        SubscriptionState.Expiring => CustomersText.StateExpiring,
        SubscriptionState.Upcoming => CustomersText.StateUpcoming,
        SubscriptionState.Lapsed => CustomersText.StateLapsed,
        SubscriptionState.Cancelled => CustomersText.StateCancelled,
        _ => CustomersText.StateNone,
    };

    private static string Reason(AuraApiException? failure) => failure?.Kind switch
    {
        AuraErrorKind.Unauthorised => CustomersText.AuraUnauthorised,
        AuraErrorKind.Forbidden => CustomersText.AuraForbidden,
        AuraErrorKind.NotFound => CustomersText.AuraNotFound,
        AuraErrorKind.Conflict => CustomersText.AuraConflict,
        AuraErrorKind.Invalid => CustomersText.AuraInvalid,
        AuraErrorKind.RateLimited => CustomersText.AuraRateLimited,
        AuraErrorKind.Unavailable => CustomersText.AuraUnavailable,
        _ => CustomersText.AuraUnexpected,
    };
}
