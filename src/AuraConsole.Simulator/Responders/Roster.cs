using System.Globalization;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Responders;

/// <summary>The fictional people who answer callouts; the same one for the same callout id.</summary>
internal static class Roster
{
    private static readonly string[] Names =
        ["R. Mokoena", "T. van Wyk", "S. Naidoo", "L. Dlamini", "J. Petersen", "N. Khumalo", "A. Jacobs", "P. Mthembu", "C. Botha"];

    private static readonly string[] Suppliers =
        ["Coastal Response", "Highveld Armed Response", "Harbour Tactical", "Ridge Medical Response"];

    public static SimulatedResponder For(long calloutId) => new(
        Names[calloutId % Names.Length],
        "C" + ((calloutId * 7 % 90) + 10).ToString(CultureInfo.InvariantCulture),
        Suppliers[calloutId % Suppliers.Length],
        (int)(calloutId % 9) + 4);
}
