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
    private readonly DueClock<DueStep> _clock;

    public CalloutFlow(SimulatorState state, SimulatorOptions options, DeliveryQueue deliveries, TimeProvider time)
    {
        (_state, _options, _deliveries, _time) = (state, options, deliveries, time);
        _clock = new DueClock<DueStep>(time, OnDue);
    }

    private bool MovesByItself => _options.AutoAdvance && !_options.Silent;

    /// <summary>Raises a callout, or joins the active one; null when the source has no such site.</summary>
    public Raised? Raise(SourceState source, string reference, RaiseDetails details)
    {
        lock (source.Gate)
        {
            if (source.Site(reference) is not { } site) return null;
            if (_options.ReuseActiveCallout && source.ActiveAt(site.Id) is { } active) return new Raised(active, IsNew: false);
            return Start(source, Make(source, details) with { Site = site });
        }
    }

    /// <summary>Raises a callout for a customer, or joins theirs (/overview/core-concepts/callout-lifecycle).</summary>
    public (Raised? Raised, Refusal? Refusal) RaiseFor(
        SourceState source, long customerId, RaiseDetails details, SimulatedPosition position)
    {
        lock (source.Gate)
        {
            if (source.Customers.Customer(customerId) is not { } customer) return (null, Refusal.NotFound("Customer"));
            if (source.ActiveOf(customerId) is { } active) return (new Raised(active, IsNew: false), null);
            if (source.Customers.ActiveOf(customerId, _time.GetUtcNow()) is null)
            {
                return (null, new Refusal(StatusCodes.Status403Forbidden, "The customer has no active subscription"));
            }

            return (Start(source, Make(source, details) with { Customer = customer, Position = position }), null);
        }
    }

    /// <summary>
    /// Cancels an active callout. With the customer's safe code it is the customer's own cancel; a wrong code marks duress and cancels
    /// nothing; without one it is unconditional (/api-reference/callouts/cancel-callout).
    /// </summary>
    public CancelOutcome Cancel(SourceState source, long id, string? safeCode)
    {
        lock (source.Gate)
        {
            if (source.Callout(id) is not { } before) return new CancelOutcome(null, null, Refusal.NotFound("Callout"));
            if (!before.IsActive) return new CancelOutcome(before, before, Refusal.Invalid("The callout is already closed"));
            if (before.Step == SimulatedStep.Cancelled) return new CancelOutcome(before, before, null);

            var customer = before.Customer ?? (before.CustomerId is { } owner ? source.Customers.Customer(owner) : null);
            var verified = safeCode is not null && customer is not null;
            if (verified && safeCode != customer!.SafeCode)
            {
                source.Put(before with { Duress = true });
                return new CancelOutcome(before, before, Refusal.Invalid("The safe code is wrong"));
            }

            var after = before with
            {
                Step = SimulatedStep.Cancelled,
                Version = before.Version + 1,
                CancelledAt = _time.GetUtcNow(),
                SafeCode = safeCode,
            };
            source.Put(after);
            if (verified) _deliveries.Add(source, EventNames.SoftCancelled, after);
            _deliveries.Add(source, EventNames.NoLongerRequiresResponse, after);
            Note(source, after, verified ? "Cancelled by the customer" : "Cancelled");
            ScheduleNext(after);
            return new CancelOutcome(before, after, null);
        }
    }

    /// <summary>Notes a callout's position. Null when unknown; a closed one comes back as it was.</summary>
    public SimulatedCallout? Move(SourceState source, long id, SimulatedPosition position) =>
        Change(source, id, callout => callout.IsActive
            ? callout with { Position = position with { At = _time.GetUtcNow() } }
            : callout);

    /// <summary>Notes that the integration needs the callout no more; AURA does not say what else a dismissal does.</summary>
    public SimulatedCallout? Dismiss(SourceState source, long id) =>
        Change(source, id, callout => callout with { DismissedAt = callout.DismissedAt ?? _time.GetUtcNow() });

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

    private static SimulatedCallout? Change(SourceState source, long id, Func<SimulatedCallout, SimulatedCallout> change)
    {
        lock (source.Gate)
        {
            if (source.Callout(id) is not { } callout) return null;
            var changed = change(callout);

            // the version stays: it belongs to the steps, and a new one would void the step that is due
            if (changed != callout) source.Put(changed);
            return changed;
        }
    }

    private SimulatedCallout Make(SourceState source, RaiseDetails details) => new()
    {
        Id = _state.Ids.Next(),
        ClientId = source.ClientId,
        ResponseTypeId = details.ResponseTypeId ?? ResponseTypes.Security,
        ClassificationId = details.ClassificationId ?? 1,
        InternalTest = details.InternalTest ?? false,
        InstallerIdentifier = details.InstallerIdentifier,
        CreatedAt = _time.GetUtcNow(),
    };

    private Raised Start(SourceState source, SimulatedCallout callout)
    {
        source.Put(callout);
        _deliveries.Add(source, EventNames.NewCallout, callout);
        Note(source, callout, "Callout created");
        ScheduleNext(callout);
        return new Raised(callout, IsNew: true);
    }

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
        Note(source, callout, step switch
        {
            SimulatedStep.Owned => "A controller took the callout",
            SimulatedStep.Dispatched => "Responder dispatched",
            SimulatedStep.OnScene => "Responder on scene",
            SimulatedStep.Completed => "Responder completed",
            _ => "Callout closed",
        });
        ScheduleNext(callout);
        return callout;
    }

    /// <summary>Writes the step into the event stream. No CALLOUT_EVENTS_CHANGED goes out: each step has a delivery of its own.</summary>
    private void Note(SourceState source, SimulatedCallout callout, string text) => source.Dossier(callout.Id).Add(new SimulatedEvent(
        _state.NextEventId(), callout.Id, text, Source: null, "AURA", callout.Status, _time.GetUtcNow()));

    private void ScheduleNext(SimulatedCallout callout)
    {
        if (!MovesByItself || callout.NextStep is not { } next) return;
        _clock.Schedule(new DueStep(callout.ClientId, callout.Id, callout.Version), _options.Tempo.Before(next));
    }
}
