using System.Globalization;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Outbound.Customers;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Components.Callouts.Customers;

/// <summary>What is typed and chosen for a customer's callout.</summary>
public sealed class RaiseCustomerForm
{
    public Customer? Customer { get; private set; }

    public string Type { get; set; } = "";

    public PlaceInput Place { get; } = new();

    public string IncidentNumber { get; set; } = "";

    public bool Test { get; set; }

    public bool Insist { get; set; }

    public string InsistReason { get; set; } = "";

    /// <summary>Wanted although the place is outside AURA's coverage.</summary>
    public bool Anyway { get; set; }

    public string? CustomerError { get; private set; }

    public string? TypeError { get; private set; }

    public string? ReasonError { get; private set; }

    public int? TypeId => int.TryParse(Type, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public void Choose(Customer? customer) => (Customer, CustomerError, Insist, Anyway) = (customer, null, false, false);

    public void Refuse(string error) => (Customer, CustomerError) = (null, error);

    public bool Check(IReadOnlyList<ResponseType> types)
    {
        CustomerError = Customer is null ? RaiseCustomerText.CustomerMissing : null;
        TypeError = types.Any(type => type.Id == TypeId) ? null : RaiseCustomerText.NeedType;
        ReasonError = Insist && string.IsNullOrWhiteSpace(InsistReason) ? CalloutText.RaiseSecondMissing : null;
        return Place.Check() && (CustomerError ?? TypeError ?? ReasonError) is null;
    }

    public RaiseCustomerRequest Request(Guid commandId) => new()
    {
        CommandId = commandId,
        CustomerId = Customer!.Id,
        ResponseTypeId = TypeId!.Value,
        Latitude = Place.Position!.Latitude,
        Longitude = Place.Position.Longitude,
        Accuracy = Place.Position.AccuracyMetres,
        InternalTest = Test ? true : null,
        IncidentNumber = string.IsNullOrWhiteSpace(IncidentNumber) ? null : IncidentNumber.Trim(),
        InsistReason = Insist ? InsistReason.Trim() : null,
        OutsideCoverage = Anyway,
    };
}
