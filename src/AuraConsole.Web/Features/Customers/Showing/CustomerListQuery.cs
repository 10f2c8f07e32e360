using AuraConsole.Web.Data;

namespace AuraConsole.Web.Features.Customers.Showing;

/// <summary>What the list shows.</summary>
public sealed record CustomerListQuery(string Text = "", SubscriptionState? State = null, bool WithDeleted = false)
{
    public const int LongestText = 200;
}

/// <summary>One line of the list; who it is only as far as <see cref="CustomerMask"/> tells.</summary>
public sealed record CustomerLine(
    int Id, long AuraId, string? Name, string? Mobile, string? Reference, SubscriptionState State, DateTimeOffset? Until, bool IsDeleted, bool IsErased);
