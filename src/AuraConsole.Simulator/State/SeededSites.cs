using System.Globalization;

namespace AuraConsole.Simulator.State;

/// <summary>Fictional sites in real places; the same ones, with the same ids, at each start.</summary>
internal static class SeededSites
{
    public const long FirstId = 120_001;

    private static readonly Area[] Areas =
    [
        new("Rosebank", "Johannesburg", -26.1452, 28.0414), new("Gardens", "Cape Town", -33.9350, 18.4110),
        new("Umhlanga", "Durban", -29.7260, 31.0580), new("Sandton", "Johannesburg", -26.1076, 28.0567),
        new("Woodstock", "Cape Town", -33.9270, 18.4465), new("Morningside", "Durban", -29.8230, 31.0110),
        new("Melville", "Johannesburg", -26.1753, 28.0080), new("Claremont", "Cape Town", -33.9806, 18.4653),
        new("Glenwood", "Durban", -29.8690, 30.9920), new("Bedfordview", "Johannesburg", -26.1790, 28.1350),
        new("Bellville", "Cape Town", -33.9000, 18.6300), new("Westville", "Durban", -29.8360, 30.9300),
        new("Randburg", "Johannesburg", -26.0940, 28.0010), new("Milnerton", "Cape Town", -33.8760, 18.4950),
        new("Pinetown", "Durban", -29.8170, 30.8560),
    ];

    private static readonly string[] Names =
    [
        "Marula", "Kingfisher", "Blue Crane", "Protea", "Baobab", "Harbour", "Quiver Tree", "Silverleaf", "Springbok", "Fynbos",
        "Umbrella Thorn", "Lighthouse", "Coral Tree", "Highveld", "Yellowwood", "Weaver", "Sugarbird",
    ];

    private static readonly (string Kind, long Type)[] Kinds =
    [
        ("House", 1), ("Depot", 3), ("Pharmacy", 3), ("Apartments", 2), ("Motors", 3), ("Jewellers", 3), ("Warehouse", 3), ("Clinic", 3),
        ("Estate", 2), ("Office Park", 3), ("Bakery", 3),
    ];

    private static readonly string[] Streets =
    [
        "Jacaranda Road", "Aloe Street", "Signal Lane", "Old Mill Road", "Hornbill Avenue", "Tamarisk Street", "Quarry Road",
        "Lantern Street", "Acacia Crescent", "Ferry Road", "Sundial Avenue", "Thatcher Street", "Windmill Lane",
    ];

    public static IEnumerable<SimulatedSite> Make(int count, DateTimeOffset now)
    {
        for (var index = 0; index < count; index++) yield return One(index, now);
    }

    private static SimulatedSite One(int index, DateTimeOffset now)
    {
        var area = Areas[index % Areas.Length];
        var (kind, type) = Kinds[index % Kinds.Length];
        var reference = FormattableString.Invariant($"SITE-{index + 1:0000}");
        return new SimulatedSite
        {
            Id = FirstId + index,
            Reference = reference,
            Identifier = reference,
            Name = $"{Names[index % Names.Length]} {kind}",
            AdditionalInformation = index % 4 == 0 ? "Call at the gatehouse first" : null,
            Address = FormattableString.Invariant(
                $"{(index * 37 % 180) + 1} {Streets[index % Streets.Length]}, {area.Suburb}, {area.City}"),
            Latitude = Degrees(area.Latitude, index * 7919),
            Longitude = Degrees(area.Longitude, index * 104729),
            TypeId = type,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    /// <summary>Scatters the sites of an area over about two kilometres.</summary>
    private static string Degrees(double centre, int seed) =>
        (centre + ((seed % 201) - 100) / 10_000.0).ToString("0.00000", CultureInfo.InvariantCulture);

    private sealed record Area(string Suburb, string City, double Latitude, double Longitude);
}
