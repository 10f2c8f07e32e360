using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AuraConsole.Web.Live;

/// <summary>The console's own meters and its activity source, both named <c>AuraConsole</c>.</summary>
public sealed class ConsoleMeters
{
    public const string Name = "AuraConsole";

    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _commands;
    private readonly Counter<long> _polls;
    private readonly Histogram<double> _inboxLag;
    private readonly Histogram<int> _inboxGroup;
    private readonly UpDownCounter<long> _circuits;

    public ConsoleMeters(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _deliveries = meter.CreateCounter<long>("auraconsole.deliveries", "{delivery}", "Webhook POSTs by answer");
        _commands = meter.CreateCounter<long>("auraconsole.commands", "{command}", "Commands by kind and outcome");
        _polls = meter.CreateCounter<long>("auraconsole.polls", "{poll}", "Readings of AURA by result");
        _inboxLag = meter.CreateHistogram<double>("auraconsole.inbox.lag", "s", "From a delivery's commit to its apply");
        _inboxGroup = meter.CreateHistogram<int>("auraconsole.inbox.group", "{delivery}", "Deliveries that shared a commit");
        _circuits = meter.CreateUpDownCounter<long>("auraconsole.circuits", "{circuit}", "Open circuits");
    }

    public static ActivitySource Activities { get; } = new(Name);

    public void Delivery(int answer) => _deliveries.Add(1, new KeyValuePair<string, object?>("answer", answer));

    public void Command(string kind, string outcome) => _commands.Add(1, new("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));

    public void Poll(string result) => _polls.Add(1, new KeyValuePair<string, object?>("result", result));

    public void InboxLag(TimeSpan lag) => _inboxLag.Record(lag.TotalSeconds);

    public void InboxGroup(int deliveries) => _inboxGroup.Record(deliveries);

    public void CircuitOpened() => _circuits.Add(1);

    public void CircuitClosed() => _circuits.Add(-1);
}
