using AuraConsole.Simulator.State;
using AuraConsole.Simulator.Webhooks;

namespace AuraConsole.Simulator.Responders;

/// <summary>
/// Raises callouts, moves them on and cancels them. The change, its delivery and the next step's time are one act under the source's
/// lock, so that deliveries are queued in the order in which things happened.
/// </summary>
internal sealed class CalloutFlow : IDisposable
{
    private readonly SimulatorState _state;
    private readonly SimulatorOptions _options;
    private readonly DeliveryQueue _deliveries;
    private readonly TimeProvider _time;
    private readonly StepClock _clock;

    public CalloutFlow(SimulatorState state, SimulatorOptions options, DeliveryQueue deliveries, TimeProvider time)
    {
        (_state, _options, _deliveries, _time) = (state, options, deliveries, time);
        _clock = new StepClock(time, OnDue);
    }

    private bool MovesByItself => _options.AutoAdvance && !_options.Silent;

    /// <summary>Raises a callout, or joins the active one; null when the source has no such site.</summary>
    public Raised? Raise(SourceState source, string reference, RaiseDetails details)
    {
        lock (source.Gate)
        {
            if (source.Site(reference) is not { } site) return null;
            if (_options.ReuseActiveCallout && source.ActiveAt(site.Id) is { } active) return new Raised(active, IsNew: false);

            var callout = new SimulatedCallout
            {
                Id = _state.Ids.Next(),
                ClientId = source.ClientId,
                Site = site,
                ResponseTypeId = details.ResponseTypeId ?? 1,
                ClassificationId = details.ClassificationId ?? 1,
                InternalTest = details.InternalTest ?? false,
                InstallerIdentifier = details.InstallerIdentifier,
                CreatedAt = _time.GetUtcNow(),
            };
            source.Put(callout);
            _deliveries.Add(source, EventNames.NewCallout, callout);
            ScheduleNext(callout);
            return new Raised(callout, IsNew: true);
        }
    }

    /// <summary>Cancels an active callout. Null when unknown; a closed one comes back as it was.</summary>
    public SimulatedCallout? Cancel(SourceState source, long id, string? safeCode)
    {
        lock (source.Gate)
        {
            if (source.Callout(id) is not { } callout) return null;
            if (callout.Step is SimulatedStep.Closed or SimulatedStep.Cancelled) return callout;

            callout = callout with
            {
                Step = SimulatedStep.Cancelled,
                Version = callout.Version + 1,
                CancelledAt = _time.GetUtcNow(),
                SafeCode = safeCode,
            };
            source.Put(callout);
            _deliveries.Add(source, EventNames.NoLongerRequiresResponse, callout);
            ScheduleNext(callout);
            return callout;
        }
    }

    /// <summary>Moves a callout one step on, by hand. Null when unknown; a closed one comes back as it was.</summary>
    public SimulatedCallout? Step(SourceState source, long id)
    {
        lock (source.Gate)
        {
            return source.Callout(id) is not { } callout ? null : Advance(source, callout);
        }
    }

    /// <summary>Changes the options and starts the waiting time of every active callout anew.</summary>
    public void Configure(Action<SimulatorOptions> change)
    {
        change(_options);
        _clock.Clear();
        foreach (var callout in _state.Sources.SelectMany(static source => source.ActiveCallouts)) ScheduleNext(callout);
    }

    public void Dispose() => _clock.Dispose();

    private void OnDue(DueStep due)
    {
        if (!MovesByItself || _state.Source(due.ClientId) is not { } source) return;
        lock (source.Gate)
        {
            if (source.Callout(due.CalloutId) is { } callout && callout.Version == due.Version) Advance(source, callout);
        }
    }

    private SimulatedCallout Advance(SourceState source, SimulatedCallout callout)
    {
        if (callout.NextStep is not { } step) return callout;
        var now = _time.GetUtcNow();
        callout = callout with { Step = step, Version = callout.Version + 1 };
        callout = step switch
        {
            SimulatedStep.Dispatched => callout with { Responder = Roster.For(callout.Id), DispatchedAt = now },
            SimulatedStep.OnScene => callout with { ArrivedAt = now },
            SimulatedStep.Completed => callout with { CompletedAt = now },
            SimulatedStep.Closed => callout with { ClosedAt = now },
            _ => callout,
        };
        source.Put(callout);
        if (!_options.Silent) _deliveries.Add(source, EventNames.Of(step), callout);
        ScheduleNext(callout);
        return callout;
    }

    private void ScheduleNext(SimulatedCallout callout)
    {
        if (!MovesByItself || callout.NextStep is not { } next) return;
        _clock.Schedule(new DueStep(callout.ClientId, callout.Id, callout.Version), _options.Tempo.Before(next));
    }
}

/// <summary>What a raise may say beside the site.</summary>
internal sealed record RaiseDetails(long? ResponseTypeId, long? ClassificationId, bool? InternalTest, string? InstallerIdentifier);

/// <summary>A raise's callout, new or joined.</summary>
internal sealed record Raised(SimulatedCallout Callout, bool IsNew);
