using AuraConsole.Simulator.State;

namespace AuraConsole.Unit.Simulator;

public sealed class SourceStateTests
{
    private const int Capacity = 10_000;

    private readonly SourceState _source = new(12, "client");
    private readonly SimulatedSite _site = new()
    {
        Id = 1,
        Reference = "r",
        Identifier = "r",
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void Put_Full_DropsClosedCalloutsFirst()
    {
        for (var id = 1; id <= Capacity; id++) _source.Put(Callout(id));
        _source.Put(Callout(5_000) with { Step = SimulatedStep.Closed });

        _source.Put(Callout(Capacity + 1));

        Assert.Null(_source.Callout(5_000));
        Assert.Equal((Capacity, Capacity), (_source.Callouts.Count, _source.ActiveCallouts.Count));
    }

    [Fact]
    public void Put_FullOfActiveCallouts_DropsTheOldest()
    {
        for (var id = 1; id <= Capacity + 1; id++) _source.Put(Callout(id));

        Assert.Null(_source.Callout(1));
        Assert.Equal((Capacity, Capacity), (_source.Callouts.Count, _source.ActiveCallouts.Count));
    }

    private SimulatedCallout Callout(long id) => new() { Id = id, ClientId = "client", Site = _site, CreatedAt = DateTimeOffset.UnixEpoch };
}
