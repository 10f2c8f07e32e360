namespace AuraConsole.Unit.Integration.Fixtures;

/// <summary>One operation of the client: how it is called, where it goes, and what AURA answers, by one body for each dialect.</summary>
internal sealed record AuraOperation(string Name, string Route, Func<AuraHarness, Task> Call, params string[] Answers)
{
    public bool IsRead => Route.StartsWith("GET ", StringComparison.Ordinal);

    /// <summary>The answer holds nothing that is needed, so an empty one will do.</summary>
    public bool EmptyIsDone { get; init; }

    public static IReadOnlyList<AuraOperation> All { get; } =
    [
        .. SiteFixtures.Operations,
        .. CalloutFixtures.Operations,
        .. ClosureFixtures.Operations,
        .. CustomerFixtures.Operations,
        .. ServiceFixtures.Operations,
    ];

    public static AuraOperation Named(string name) => All.Single(operation => operation.Name == name);

    /// <summary>As a theory's data: names, because a runner can only show what it can serialise.</summary>
    public static TheoryData<string> Names => [.. All.Select(operation => operation.Name)];
}
