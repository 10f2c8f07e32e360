using AuraConsole.Simulator.Faults;

namespace AuraConsole.Simulator.Control;

/// <summary>The faults as JSON: all of them when read; when written, the members that are there.</summary>
internal sealed record FaultsPatch
{
    public int? Duplicates { get; init; }
    public int? ReorderWindow { get; init; }
    public int? ReorderHoldMs { get; init; }
    public double? Loss { get; init; }
    public int? DropDeliveries { get; init; }
    public int? LatencyMs { get; init; }
    public double? ErrorRate { get; init; }
    public int? Errors { get; init; }
    public int? ErrorStatus { get; init; }
    public int? HtmlAnswers { get; init; }
    public int? Hangs { get; init; }
    public int? DropRequests { get; init; }
    public int? DropAnswers { get; init; }
    public int? HangAnswers { get; init; }
    public bool? IncludeToken { get; init; }

    /// <summary>Written true: every token given out so far is worthless.</summary>
    public bool? ExpireTokens { get; init; }

    /// <summary>Written true: ends every fault before the other members are applied.</summary>
    public bool? Clear { get; init; }

    public static FaultsPatch Of(SimulatorFaults faults) => new()
    {
        Duplicates = faults.Duplicates,
        ReorderWindow = faults.ReorderWindow,
        ReorderHoldMs = (int)faults.ReorderHold.TotalMilliseconds,
        Loss = faults.Loss,
        DropDeliveries = faults.DropDeliveries,
        LatencyMs = (int)faults.Latency.TotalMilliseconds,
        ErrorRate = faults.ErrorRate,
        Errors = faults.Errors,
        ErrorStatus = faults.ErrorStatus,
        HtmlAnswers = faults.HtmlAnswers,
        Hangs = faults.Hangs,
        DropRequests = faults.DropRequests,
        DropAnswers = faults.DropAnswers,
        HangAnswers = faults.HangAnswers,
        IncludeToken = faults.IncludeToken,
    };

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Problem()
    {
        if (Loss is < 0 or > 1 || ErrorRate is < 0 or > 1) return "loss and errorRate are probabilities from 0 to 1";
        if (ErrorStatus is < 400 or > 599) return "errorStatus must be from 400 to 599";
        if (Duplicates is < 0 or > 100) return "duplicates must be from 0 to 100";
        if (ReorderWindow is < 0 or > 100) return "reorderWindow must be from 0 to 100";
        return LatencyMs is < 0 or > 600_000 || ReorderHoldMs is < 0 or > 600_000
            ? "latencyMs and reorderHoldMs must be from 0 to 600000"
            : null;
    }

    public void Apply(SimulatorFaults faults)
    {
        if (Clear == true) faults.Clear();
        faults.Duplicates = Duplicates ?? faults.Duplicates;
        faults.ReorderWindow = ReorderWindow ?? faults.ReorderWindow;
        if (ReorderHoldMs is { } hold) faults.ReorderHold = TimeSpan.FromMilliseconds(hold);
        faults.Loss = Loss ?? faults.Loss;
        if (DropDeliveries is { } dropDeliveries) faults.DropDeliveries = dropDeliveries;
        if (LatencyMs is { } latency) faults.Latency = TimeSpan.FromMilliseconds(latency);
        faults.ErrorRate = ErrorRate ?? faults.ErrorRate;
        if (Errors is { } errors) faults.Errors = errors;
        faults.ErrorStatus = ErrorStatus ?? faults.ErrorStatus;
        if (HtmlAnswers is { } htmlAnswers) faults.HtmlAnswers = htmlAnswers;
        if (Hangs is { } hangs) faults.Hangs = hangs;
        if (DropRequests is { } dropRequests) faults.DropRequests = dropRequests;
        if (DropAnswers is { } dropAnswers) faults.DropAnswers = dropAnswers;
        if (HangAnswers is { } hangAnswers) faults.HangAnswers = hangAnswers;
        faults.IncludeToken = IncludeToken ?? faults.IncludeToken;
        if (ExpireTokens == true) faults.ExpireTokens();
    }
}
