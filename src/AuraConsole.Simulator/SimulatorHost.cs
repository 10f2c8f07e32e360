using AuraConsole.Simulator.Faults;
using AuraConsole.Simulator.Responders;
using AuraConsole.Simulator.State;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuraConsole.Simulator;

/// <summary>A running simulator: real HTTP on a Kestrel of its own.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CalloutFlow _flow;

    private SimulatorHost(WebApplication app, Uri url)
    {
        _app = app;
        _flow = app.Services.GetRequiredService<CalloutFlow>();
        Url = url;
        State = app.Services.GetRequiredService<SimulatorState>();
        Options = app.Services.GetRequiredService<SimulatorOptions>();
    }

    /// <summary>The address it was bound to.</summary>
    public Uri Url { get; }

    /// <summary>What it knows.</summary>
    public SimulatorState State { get; }

    /// <summary>The options in force; change them through <see cref="Configure"/>.</summary>
    public SimulatorOptions Options { get; }

    /// <summary>What goes wrong; may be set at any time.</summary>
    public SimulatorFaults Faults => Options.Faults;

    /// <summary>Starts a simulator.</summary>
    /// <param name="options">Kept and used as they are; see <see cref="SimulatorOptions.Validate"/>.</param>
    /// <param name="timeProvider">The time of tokens, steps and deliveries; the system's when null.</param>
    /// <param name="loggers">Where logs go; nowhere when null.</param>
    /// <param name="ct">Gives up starting.</param>
    /// <exception cref="ArgumentException">The options have faults.</exception>
    /// <exception cref="IOException">The address is taken.</exception>
    public static async Task<SimulatorHost> StartAsync(
        SimulatorOptions options, TimeProvider? timeProvider = null, ILoggerFactory? loggers = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Validate() is { Count: > 0 } problems) throw new ArgumentException(string.Join(" ", problems), nameof(options));

        var app = SimulatorApp.Build(options, timeProvider ?? TimeProvider.System, loggers ?? NullLoggerFactory.Instance);
        try
        {
            await app.StartAsync(ct);
            return new SimulatorHost(app, SimulatorApp.NoteAddress(app));
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Raises a callout as another integration of the main source would; null when it has no such site.</summary>
    public SimulatedCallout? Raise(string reference) =>
        _flow.Raise(State.Main, reference, new RaiseDetails(null, null, null, null))?.Callout;

    /// <summary>Moves a callout one step on, as by hand; null when unknown, unchanged when closed.</summary>
    public SimulatedCallout? Step(long calloutId) =>
        State.SourceOfCallout(calloutId) is { } source ? _flow.Step(source, calloutId) : null;

    /// <summary>Changes options at run time; the waiting time of every active callout starts anew.</summary>
    public void Configure(Action<SimulatorOptions> change) => _flow.Configure(change);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
