namespace AuraConsole.Simulator.Faults;

/// <summary>
/// What goes wrong. Every member may be set while the simulator runs. A "next n" counts down as it is used; a negative one stays.
/// Faults of answers leave the token endpoint alone unless <see cref="IncludeToken"/> is set, so that counts are predictable.
/// </summary>
public sealed class SimulatorFaults
{
    private readonly FaultCounter _dropDeliveries = new();
    private readonly FaultCounter _errors = new();
    private readonly FaultCounter _htmlAnswers = new();
    private readonly FaultCounter _hangs = new();
    private readonly FaultCounter _dropRequests = new();
    private readonly FaultCounter _dropAnswers = new();
    private readonly FaultCounter _hangAnswers = new();
    private int _duplicates;
    private int _reorderWindow;
    private int _errorStatus = 503;
    private long _reorderHold = TimeSpan.TicksPerSecond;
    private long _latency;
    private long _tokenGeneration;
    private double _loss;
    private double _errorRate;
    private bool _includeToken;

    /// <summary>How many extra times each delivery is sent.</summary>
    public int Duplicates { get => Volatile.Read(ref _duplicates); set => Volatile.Write(ref _duplicates, value); }

    /// <summary>How many deliveries are held back and sent in reverse; under 2 none are.</summary>
    public int ReorderWindow { get => Volatile.Read(ref _reorderWindow); set => Volatile.Write(ref _reorderWindow, value); }

    /// <summary>How long an unfilled window waits for more deliveries.</summary>
    public TimeSpan ReorderHold
    {
        get => new(Interlocked.Read(ref _reorderHold));
        set => Interlocked.Exchange(ref _reorderHold, value.Ticks);
    }

    /// <summary>Probability, 0 to 1, that a delivery is lost.</summary>
    public double Loss { get => Volatile.Read(ref _loss); set => Volatile.Write(ref _loss, value); }

    /// <summary>The next n deliveries are lost.</summary>
    public int DropDeliveries { get => _dropDeliveries.Value; set => _dropDeliveries.Value = value; }

    /// <summary>Added before each answer.</summary>
    public TimeSpan Latency { get => new(Interlocked.Read(ref _latency)); set => Interlocked.Exchange(ref _latency, value.Ticks); }

    /// <summary>Probability, 0 to 1, that an answer is <see cref="ErrorStatus"/>, with nothing done.</summary>
    public double ErrorRate { get => Volatile.Read(ref _errorRate); set => Volatile.Write(ref _errorRate, value); }

    /// <summary>The next n answers are <see cref="ErrorStatus"/>, with nothing done.</summary>
    public int Errors { get => _errors.Value; set => _errors.Value = value; }

    /// <summary>The status of such an answer: 500, 502, 503 or another.</summary>
    public int ErrorStatus { get => Volatile.Read(ref _errorStatus); set => Volatile.Write(ref _errorStatus, value); }

    /// <summary>The next n answers are a web page with status 200, as of a proxy in between, with nothing done.</summary>
    public int HtmlAnswers { get => _htmlAnswers.Value; set => _htmlAnswers.Value = value; }

    /// <summary>The next n requests are never answered, with nothing done.</summary>
    public int Hangs { get => _hangs.Value; set => _hangs.Value = value; }

    /// <summary>The next n raises or cancels lose their connection before anything is done.</summary>
    public int DropRequests { get => _dropRequests.Value; set => _dropRequests.Value = value; }

    /// <summary>The next n raises or cancels are done, then lose their connection instead of an answer.</summary>
    public int DropAnswers { get => _dropAnswers.Value; set => _dropAnswers.Value = value; }

    /// <summary>The next n raises or cancels are done and never answered.</summary>
    public int HangAnswers { get => _hangAnswers.Value; set => _hangAnswers.Value = value; }

    /// <summary>Whether the token endpoint suffers the faults of answers, too.</summary>
    public bool IncludeToken { get => Volatile.Read(ref _includeToken); set => Volatile.Write(ref _includeToken, value); }

    internal long TokenGeneration => Interlocked.Read(ref _tokenGeneration);

    /// <summary>Makes every token given out so far worthless.</summary>
    public void ExpireTokens() => Interlocked.Increment(ref _tokenGeneration);

    /// <summary>Ends every fault.</summary>
    public void Clear()
    {
        Duplicates = ReorderWindow = DropDeliveries = Errors = HtmlAnswers = Hangs = DropRequests = DropAnswers = HangAnswers = 0;
        Loss = ErrorRate = 0;
        Latency = TimeSpan.Zero;
        IncludeToken = false;
    }

    internal bool TakeLostDelivery() => _dropDeliveries.TryTake() || Happens(Loss);

    internal bool TakeError() => _errors.TryTake() || Happens(ErrorRate);

    internal bool TakeHtmlAnswer() => _htmlAnswers.TryTake();

    internal bool TakeHang() => _hangs.TryTake();

    internal bool TakeDropRequest() => _dropRequests.TryTake();

    internal bool TakeDropAnswer() => _dropAnswers.TryTake();

    internal bool TakeHangAnswer() => _hangAnswers.TryTake();

    private static bool Happens(double probability) => probability > 0 && Random.Shared.NextDouble() < probability;
}
