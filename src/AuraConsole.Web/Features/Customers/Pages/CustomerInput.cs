using System.Globalization;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Customers.Pages;

/// <summary>What is typed into the form, as text: what cannot be read must stay where it was typed.</summary>
public sealed class CustomerInput
{
    public string Name { get; set; } = "";

    public string Surname { get; set; } = "";

    public string Mobile { get; set; } = "";

    public string Reference { get; set; } = "";

    public string Email { get; set; } = "";

    public string VehicleMake { get; set; } = "";

    public string VehicleModel { get; set; } = "";

    public string VehicleColour { get; set; } = "";

    public string VehiclePlate { get; set; } = "";

    /// <summary>Only when registering.</summary>
    public bool WithSubscription { get; set; }

    public TermsInput Terms { get; set; } = new();

    public static CustomerInput Of(Customer customer) => new()
    {
        Name = customer.Name ?? "",
        Surname = customer.Surname ?? "",
        Mobile = customer.Mobile ?? "",
        Reference = customer.Reference ?? "",
        Email = customer.Email ?? "",
        VehicleMake = customer.VehicleMake ?? "",
        VehicleModel = customer.VehicleModel ?? "",
        VehicleColour = customer.VehicleColour ?? "",
        VehiclePlate = customer.VehicleLicensePlate ?? "",
    };

    /// <summary>Only after the rules had nothing to say.</summary>
    public CustomerDetails ToDetails() => new()
    {
        Name = Name.Trim(),
        Surname = Surname.Trim(),
        Mobile = CustomerInputRules.Plain(Mobile),
        Reference = Told(Reference),
        Email = Told(Email),
        VehicleMake = Told(VehicleMake),
        VehicleModel = Told(VehicleModel),
        VehicleColour = Told(VehicleColour),
        VehicleLicensePlate = Told(VehiclePlate),
    };

    private static string? Told(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A subscription as it is typed: whole days, which are UTC, both included.</summary>
public sealed class TermsInput
{
    /// <summary>AURA's id of the type; empty while none is chosen.</summary>
    public string Type { get; set; } = "";

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public static TermsInput Beginning(DateOnly today) => new() { From = today, To = today.AddYears(1).AddDays(-1) };

    public NewCustomerSubscription ToTerms() => new(long.Parse(Type, CultureInfo.InvariantCulture), Start(From!.Value), End(To!.Value));

    public static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    public static DateTimeOffset End(DateOnly day) => new(day, new TimeOnly(23, 59, 59), TimeSpan.Zero);
}
