using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Components.Map;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Webhooks;

namespace AuraConsole.Web.Outbound.Positions;

/// <summary>What came of a position.</summary>
public enum PositionOutcome
{
    Taken,

    /// <summary>285: AURA has closed the callout and takes no position any more.</summary>
    Closed,

    /// <summary>AURA refused it.</summary>
    Refused,

    /// <summary>No answer, or AURA is away. A position sent anew does no harm.</summary>
    Lost,

    /// <summary>Nothing was sent: no active callout of a customer, or the last position is too young.</summary>
    NotSent,
}

/// <summary>Tells AURA where a customer is now, and takes in the callout that it answers with.</summary>
public sealed partial class PositionDesk(
    ICalloutsApi callouts, CalloutWriter writer, ReadRequests reads, UpstreamStatus upstream, ILogger<PositionDesk> logger)
{
    /// <param name="calloutId">AURA's callout id.</param>
    /// <param name="position">Where.</param>
    /// <param name="noted">Whether it becomes an entry: a single position does, one of a stream does not.</param>
    /// <param name="by">Who.</param>
    /// <param name="scope">What the person may see.</param>
    /// <param name="cancellationToken">Gives up before it is sent.</param>
    /// <exception cref="UnauthorizedAccessException">Customers are beyond the scope.</exception>
    public async Task<PositionOutcome> SendAsync(
        long calloutId, CalloutPosition position, bool noted, Operator by, Scope scope, CancellationToken cancellationToken)
    {
        if (!scope.Covers(null))
            throw new UnauthorizedAccessException("Customers are beyond this user's scope.");
        if (!Places.IsPlace(position.Latitude, position.Longitude) || position.AccuracyMetres is < 0 or > Places.MostAccuracy or double.NaN)
            throw new ArgumentException("That is no place on Earth.", nameof(position));
        if (!await writer.WriteAsync(async session => await session.FindAsync(calloutId) is { } callout && MayMove(callout), cancellationToken))
            return PositionOutcome.NotSent;
        try
        {
            var told = await callouts.UpdateLocationAndReturnAsync(calloutId, position, CancellationToken.None);
            upstream.Answered();
            await TakeInAsync(calloutId, position, told, noted, by);
            if (!told.ClosedByStatusCode)
                return PositionOutcome.Taken;
            reads.Ask(calloutId);
            return PositionOutcome.Closed;
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NotTaken(logger, calloutId, failure.Kind, failure.CorrelationId);
            return failure.Kind is AuraErrorKind.OutcomeUnknown or AuraErrorKind.Unavailable or AuraErrorKind.Unexpected or AuraErrorKind.RateLimited
                ? PositionOutcome.Lost
                : PositionOutcome.Refused;
        }
    }

    /// <summary>A line for the begin or the end of a stream.</summary>
    public Task NoteAsync(long calloutId, EntryKind kind, Operator by) => writer.WriteAsync(async session =>
    {
        if (await session.FindAsync(calloutId) is { } callout)
            session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Operator, Kind = kind, By = by.Name });
    }, CancellationToken.None);

    public static bool MayMove(Callout callout) => callout.IsCustomers && CalloutOperations.In(callout.Stage, CalloutOperation.UpdateLocation).Allowed;

    private Task TakeInAsync(long calloutId, CalloutPosition position, AuraCallout told, bool noted, Operator by) => writer.WriteAsync(async session =>
    {
        if (told.Id == calloutId)
            await CalloutApply.ReadingAsync(session, told);
        if (told.ClosedByStatusCode || await session.FindAsync(calloutId) is not { } callout)
            return;
        (callout.Latitude, callout.Longitude) = (position.Latitude, position.Longitude);
        if (noted)
        {
            session.Note(callout, new Entry
            {
                At = session.Now,
                Source = EntrySource.Operator,
                Kind = EntryKind.PositionSent,
                By = by.Name,
                Detail = $"{Places.Text(position.Latitude)}, {Places.Text(position.Longitude)}",
            });
        }
    }, CancellationToken.None);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A position of callout {CalloutId} was not taken: {Kind}, correlation {Correlation}")]
        public static partial void NotTaken(ILogger logger, long calloutId, AuraErrorKind kind, string correlation);
    }
}
