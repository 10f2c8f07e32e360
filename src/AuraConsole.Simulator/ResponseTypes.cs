namespace AuraConsole.Simulator;

/// <summary>The response types on offer; 1 and 2 are what integrators have seen, the third tells the flows apart.</summary>
internal static class ResponseTypes
{
    public const long Security = 1;

    public static IReadOnlyList<ResponseType> All { get; } =
    [
        new(Security, "SECURITY", "Armed security response", FixedLocation: true, PersonalSafety: true),
        new(2, "MEDICAL", "Medical response", FixedLocation: true, PersonalSafety: true),
        new(3, "ROADSIDE", "Roadside assistance", FixedLocation: false, PersonalSafety: true),
    ];

    public static ResponseType? Find(long id) => All.FirstOrDefault(type => type.Id == id);
}

/// <summary>A kind of response and the flows it may be asked for in.</summary>
internal sealed record ResponseType(long Id, string Value, string Description, bool FixedLocation, bool PersonalSafety);
