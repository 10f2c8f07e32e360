using System.Globalization;

namespace AuraConsole.Simulator;

/// <summary>Where the simulator was bound; known once it has started.</summary>
internal sealed class SimulatorAddress
{
    public Uri Url { get; set; } = new("http://127.0.0.1/");

    public Uri Track(long calloutId) => new(Url, "/track/" + calloutId.ToString(CultureInfo.InvariantCulture));
}
