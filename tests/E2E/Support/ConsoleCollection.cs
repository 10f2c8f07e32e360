namespace AuraConsole.E2E.Support;

/// <summary>One test after the other: with two cores, browsers side by side only slow each other down.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Console";
}
