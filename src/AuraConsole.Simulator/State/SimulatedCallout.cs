namespace AuraConsole.Simulator.State;

/// <summary>A callout as the simulator keeps it; replaced as a whole at each change.</summary>
public sealed record SimulatedCallout
{
    /// <summary>AURA's integer id.</summary>
    public required long Id { get; init; }

    /// <summary>The client whose callout it is.</summary>
    public required string ClientId { get; init; }

    /// <summary>The site as it was when the callout was raised; null when it was raised for a customer.</summary>
    public SimulatedSite? Site { get; init; }

    /// <summary>The customer as it was when the callout was raised; null when it was raised for a site.</summary>
    public SimulatedCustomer? Customer { get; init; }

    /// <summary>The last reported position; null while only the site's is known.</summary>
    public SimulatedPosition? Position { get; init; }

    /// <summary>Response type; 1 security, 2 medical.</summary>
    public long ResponseTypeId { get; init; } = 1;

    /// <summary>Classification; 1 real, 2 test.</summary>
    public long ClassificationId { get; init; } = 1;

    /// <summary><c>internalTest</c> of the raise.</summary>
    public bool InternalTest { get; init; }

    /// <summary><c>installerIdentifier</c> of the raise.</summary>
    public string? InstallerIdentifier { get; init; }

    /// <summary>Where it stands.</summary>
    public SimulatedStep Step { get; init; }

    /// <summary>Grows with each change.</summary>
    public int Version { get; init; }

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who answers it; null until dispatched.</summary>
    public SimulatedResponder? Responder { get; init; }

    /// <summary>When the responder was dispatched.</summary>
    public DateTimeOffset? DispatchedAt { get; init; }

    /// <summary>When the responder arrived.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>When the responder completed.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>When it was cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>The code that came with the cancel.</summary>
    public string? SafeCode { get; init; }

    /// <summary>Whether somebody tried to cancel with a wrong safe code. Nothing of it is seen outside the simulator.</summary>
    public bool Duress { get; init; }

    /// <summary>When it was dismissed.</summary>
    public DateTimeOffset? DismissedAt { get; init; }

    /// <summary>When it closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The customer it was raised for, or whom its site belongs to.</summary>
    public long? CustomerId => Customer?.Id ?? Site?.CustomerId;

    /// <summary>Decimal degrees.</summary>
    public string? Latitude => Position?.Latitude ?? Site?.Latitude;

    /// <summary>Decimal degrees.</summary>
    public string? Longitude => Position?.Longitude ?? Site?.Longitude;

    /// <summary>True until closed.</summary>
    public bool IsActive => Step != SimulatedStep.Closed;

    /// <summary>AURA's free-form text; it publishes none for arrival and completion, so those two are the simulator's.</summary>
    public string Status => Step switch
    {
        SimulatedStep.Created or SimulatedStep.Owned => "created",
        SimulatedStep.Dispatched => "Responder Dispatched",
        SimulatedStep.OnScene => "Responder Arrived",
        SimulatedStep.Completed => "Responder Completed",
        SimulatedStep.Cancelled => "Responder Cancelled",
        _ => "closed",
    };

    /// <summary>What comes next; null when closed.</summary>
    public SimulatedStep? NextStep => Step switch
    {
        SimulatedStep.Created => SimulatedStep.Owned,
        SimulatedStep.Owned => SimulatedStep.Dispatched,
        SimulatedStep.Dispatched => SimulatedStep.OnScene,
        SimulatedStep.OnScene => SimulatedStep.Completed,
        SimulatedStep.Completed or SimulatedStep.Cancelled => SimulatedStep.Closed,
        _ => null,
    };
}

/// <summary>A fictional responder.</summary>
/// <param name="Name">Name.</param>
/// <param name="Callsign">Call sign.</param>
/// <param name="Supplier">The company that sends the responder.</param>
/// <param name="EtaMinutes">Estimated time to arrival.</param>
public sealed record SimulatedResponder(string Name, string Callsign, string Supplier, int EtaMinutes);
