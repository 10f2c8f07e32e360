namespace AuraConsole.Simulator.State;

/// <summary>A customer as the simulator keeps it.</summary>
public sealed record SimulatedCustomer
{
    private const int SafeCodeLength = 4;

    /// <summary>AURA's integer id.</summary>
    public required long Id { get; init; }

    /// <summary>First name.</summary>
    public required string Name { get; init; }

    /// <summary>Family name.</summary>
    public required string Surname { get; init; }

    /// <summary>In E.164 form; no two customers of a source share one.</summary>
    public required string Mobile { get; init; }

    /// <summary><c>externalReferenceId</c>.</summary>
    public string? Reference { get; init; }

    /// <summary>The other texts of the profile, under the names they came with: AURA publishes only the groups, not the keys.</summary>
    public IReadOnlyDictionary<string, string> Profile { get; init; } = new Dictionary<string, string>();

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was deleted; a customer is never erased.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>What the customer says to cancel: the last four digits of the mobile (/api-reference/callouts/cancel-callout).</summary>
    public string SafeCode => Mobile.Length <= SafeCodeLength ? Mobile : Mobile[^SafeCodeLength..];
}
