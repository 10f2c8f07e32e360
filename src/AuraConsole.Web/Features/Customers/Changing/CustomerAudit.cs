using System.Globalization;

namespace AuraConsole.Web.Features.Customers.Changing;

/// <summary>What the audit says of customers. Never who they are: its records cannot be erased.</summary>
internal static class CustomerAudit
{
    public const string Registered = "customer.registered";
    public const string Edited = "customer.edited";
    public const string Deleted = "customer.deleted";
    public const string Erased = "customer.erased";
    public const string LookedUp = "customer.looked-up";
    public const string Opened = "customer.opened";
    public const string Unanswered = "customer.unanswered";
    public const string Activated = "subscription.activated";
    public const string Renewed = "subscription.renewed";
    public const string Cancelled = "subscription.cancelled";

    public static string Subject(int id) => string.Create(CultureInfo.InvariantCulture, $"customer:{id}");
}
