using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Data;

/// <summary>A customer as lists show one: enough to pick the right person, too little to carry away.</summary>
public static class CustomerMask
{
    private const int Shown = 3;

    /// <summary>"Lindiwe N."; null when no name is known.</summary>
    public static string? Name(Customer customer) => Name(customer.Name, customer.Surname);

    public static string? Name(string? name, string? surname)
    {
        var initial = string.IsNullOrWhiteSpace(surname) ? "" : $" {char.ToUpperInvariant(surname.Trim()[0])}.";
        return $"{name?.Trim()}{initial}".Trim() is { Length: > 0 } masked ? masked : null;
    }

    /// <summary>"••• 001": the last three digits; null without a number.</summary>
    public static string? Mobile(string? mobile) =>
        string.IsNullOrWhiteSpace(mobile) ? null : mobile.Length <= Shown * 2 ? "•••" : $"••• {mobile[^Shown..]}";
}
