using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Patrols.Scheduling;

/// <summary>A patrol that somebody wants.</summary>
public sealed record PatrolRequest
{
    /// <summary>Made by the form: the same one twice is one patrol.</summary>
    public required Guid FormId { get; init; }

    public int? SiteId { get; init; }

    /// <summary>Whom AURA does it for.</summary>
    public long? CustomerAuraId { get; init; }

    /// <summary>The customer is visited, and no site.</summary>
    public bool ForCustomer { get; init; }

    /// <summary>Where the customer is visited.</summary>
    public string? Address { get; init; }

    /// <summary>What was typed and is no number is <see cref="double.NaN"/>, so that no rule lets it pass.</summary>
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string ServiceType { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Instructions { get; init; }

    public int? Guards { get; init; }

    public string? ArmedPreference { get; init; }

    /// <summary>One a line: name, comma, number.</summary>
    public string? Contacts { get; init; }

    public string? TimeZoneId { get; init; }

    public DateOnly? FirstDate { get; init; }

    public TimeOnly? StartTime { get; init; }

    public int? Minutes { get; init; }

    public PatrolRepeat Repeat { get; init; }

    public int? Every { get; init; } = 1;

    public PatrolDays Days { get; init; }

    public DateOnly? LastDate { get; init; }

    public int? Count { get; init; }

    public int? ReplacesId { get; init; }
}

/// <summary>Something that is wrong with a request.</summary>
/// <param name="Field">A property of <see cref="PatrolRequest"/>.</param>
/// <param name="Sentence">What to do about it.</param>
public sealed record PatrolFault(string Field, string Sentence);
