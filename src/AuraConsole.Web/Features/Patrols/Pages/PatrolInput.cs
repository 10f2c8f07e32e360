using System.Globalization;
using AuraConsole.Web.Components.Callouts.Customers;
using AuraConsole.Web.Components.Map;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Patrols.Scheduling;

namespace AuraConsole.Web.Features.Patrols.Pages;

/// <summary>How a series ends.</summary>
public enum PatrolEnd
{
    Never,
    OnDate,
    AfterCount,
}

/// <summary>What is typed into the form.</summary>
public sealed class PatrolInput
{
    public Guid FormId { get; } = Guid.NewGuid();

    /// <summary>A customer is visited, and no site.</summary>
    public bool ForCustomer { get; set; }

    public Site? Site { get; set; }

    /// <summary>Who is visited.</summary>
    public Customer? Person { get; set; }

    public string Address { get; set; } = "";

    public PlaceInput Place { get; } = new();

    public string Customer { get; set; } = "";

    public string ServiceType { get; set; } = "";

    public string Name { get; set; } = "";

    public string Instructions { get; set; } = "";

    public string Guards { get; set; } = "";

    public string Armed { get; set; } = "";

    public string Contacts { get; set; } = "";

    public string Zone { get; set; } = "";

    public DateOnly? Date { get; set; }

    public TimeOnly? Time { get; set; }

    public string Minutes { get; set; } = "60";

    public PatrolRepeat Repeat { get; set; }

    public string Every { get; set; } = "1";

    public PatrolDays Days { get; set; }

    public PatrolEnd End { get; set; }

    public DateOnly? Last { get; set; }

    public string Count { get; set; } = "";

    /// <summary>What cannot be read becomes what no rule lets pass.</summary>
    public PatrolRequest ToRequest() => new()
    {
        FormId = FormId,
        SiteId = ForCustomer ? null : Site?.Id,
        ForCustomer = ForCustomer,
        Address = ForCustomer ? Address : null,
        Latitude = ForCustomer ? Degrees(Place.Latitude) : null,
        Longitude = ForCustomer ? Degrees(Place.Longitude) : null,
        CustomerAuraId = ForCustomer ? Person?.AuraId : long.TryParse(Customer.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var customer) ? customer : null,
        ServiceType = ServiceType,
        Name = Name,
        Instructions = Instructions,
        Guards = Guards.Trim().Length == 0 ? null : Number(Guards) ?? -1,
        ArmedPreference = Armed.Length == 0 ? null : Armed,
        Contacts = Contacts,
        TimeZoneId = Zone,
        FirstDate = Date,
        StartTime = Time,
        Minutes = Number(Minutes),
        Repeat = Repeat,
        Every = Number(Every),
        Days = Days,
        LastDate = Repeat != PatrolRepeat.Once && End == PatrolEnd.OnDate ? Last ?? DateOnly.MinValue : null,
        Count = Repeat != PatrolRepeat.Once && End == PatrolEnd.AfterCount ? Number(Count) ?? -1 : null,
    };

    private static double? Degrees(string text) => string.IsNullOrWhiteSpace(text) ? null : Places.Degrees(text) ?? double.NaN;

    private static int? Number(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
