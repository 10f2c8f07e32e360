namespace AuraConsole.Web.Features.Patrols;

/// <summary>Section <c>Patrols</c>.</summary>
public sealed class PatrolsOptions
{
    public const string Section = "Patrols";

    /// <summary>IANA id: the zone of sites that have none of their own, and of the calendar.</summary>
    public string TimeZone { get; set; } = "Africa/Johannesburg";

    /// <summary>What AURA has agreed to do. None stands for guarding alone, the one that AURA documents.</summary>
    public IList<ServiceType> ServiceTypes { get; } = [];

    /// <summary>Values that AURA takes for the armed preference: it publishes none, so none are offered unless told here.</summary>
    public IList<string> ArmedPreferences { get; } = [];

    /// <summary>AURA's customer for whom sites without one are patrolled; null asks for it in the form.</summary>
    public long? CustomerId { get; set; }

    /// <summary>AURA takes nothing that starts sooner.</summary>
    public TimeSpan Ahead { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Without a start for so long, a visit is late.</summary>
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Without a start for so long, or at its end, a visit is missed.</summary>
    public TimeSpan MissedAfter { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How far ahead visits are laid out in the table.</summary>
    public TimeSpan Horizon { get; set; } = TimeSpan.FromDays(35);

    /// <summary>How often the clock looks.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(15);

    internal IEnumerable<ServiceType> Offered => ServiceTypes.Count > 0 ? ServiceTypes : [ServiceType.Guarding];

    internal string NameOf(string serviceType) => Offered.FirstOrDefault(type => type.Id == serviceType)?.Name ?? serviceType;
}

/// <summary>A kind of service by AURA's word for it.</summary>
public sealed class ServiceType
{
    internal static readonly ServiceType Guarding = new() { Id = "guarding", Name = "Guarding" };

    public string Id { get; set; } = "";

    public string Name { get; set; } = "";
}
