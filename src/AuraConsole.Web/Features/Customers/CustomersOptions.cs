namespace AuraConsole.Web.Features.Customers;

/// <summary>Section <c>Customers</c>.</summary>
public sealed class CustomersOptions
{
    public const string Section = "Customers";

    /// <summary>A subscription that ends within this time counts as expiring soon.</summary>
    public TimeSpan ExpiringWithin { get; set; } = TimeSpan.FromDays(30);
}
