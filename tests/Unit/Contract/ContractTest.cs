using System.Reflection;
using AuraConsole.Simulator;
using Xunit.Sdk;

namespace AuraConsole.Unit.Contract;

/// <summary>The real client against the simulator. One simulator for each dialect serves all tests of a class; each makes what it needs.</summary>
public abstract class ContractTest(BothHouses houses) : IClassFixture<BothHouses>
{
    protected House In(Dialect dialect) => houses[dialect];
}

/// <summary>A house for each dialect.</summary>
public sealed class BothHouses : IAsyncLifetime
{
    private readonly Dictionary<Dialect, House> _houses = [];

    public House this[Dialect dialect] => _houses[dialect];

    public async Task InitializeAsync()
    {
        foreach (var dialect in Enum.GetValues<Dialect>()) _houses[dialect] = await House.StartAsync(dialect);
    }

    public async Task DisposeAsync()
    {
        foreach (var house in _houses.Values) await house.DisposeAsync();
    }
}

/// <summary>The theory holds in both generations of AURA's documents.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothDialectsAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Dialect.Wrapped], [Dialect.Bare]];
}
