using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound.Reasons;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Outbound.Closing;

/// <summary>Rates the response to a closed callout. It is sent once; AURA has no way to be asked for a rating, so one without an answer stays so.</summary>
public sealed partial class RatingDesk(IAfterClosureApi api, CalloutWriter writer, UpstreamStatus upstream, TimeProvider time, ILogger<RatingDesk> logger)
{
    public const int MostItems = 20;

    private readonly AnswerCache<int, IReadOnlyList<RatingItem>> _items = new(TimeSpan.FromMinutes(10), 1, time);

    /// <summary>What can be rated beside the stars; null when AURA cannot say now.</summary>
    public async Task<IReadOnlyList<RatingItem>?> ItemsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var all = await _items.GetAsync(0, () => api.ListRatingItemsAsync(cancellationToken));
            return [.. all.Where(item => !string.IsNullOrWhiteSpace(item.Description ?? item.Item)).Take(MostItems)];
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NotTaken(logger, 0, failure.Kind, failure.CorrelationId);
            return null;
        }
    }

    /// <exception cref="ArgumentException">The rating is not in order; nothing was sent.</exception>
    public async Task<RatingResult> RateAsync(RatingRequest request, Operator by)
    {
        if (request.Stars is < 1 or > 5)
            throw new ArgumentException("A rating is 1 to 5.", nameof(request));
        request = request with { Details = RequestChecks.Optional(request.Details, Closure.DetailsLength, nameof(request)), Items = [.. request.Items.Take(MostItems)] };
        var begun = await BeginAsync(request, by);
        return begun.Outcome == RatingOutcome.Asked ? await Task.Run(() => AskAsync(request)) : begun;
    }

    private Task<RatingResult> BeginAsync(RatingRequest request, Operator by) => writer.WriteAsync(by, async session =>
    {
        if (await session.FindAsync(request.CalloutId) is not { } callout || !CalloutOperations.In(callout.Stage, CalloutOperation.Rate).Allowed)
            return new RatingResult(RatingOutcome.NotAllowed, null);
        var closure = await FindAsync(session, callout);
        if (closure is null)
            session.Db.Closures.Add(closure = new Closure { CalloutId = callout.Id, NextAttemptAt = session.Now });
        if (closure.RatedAt != request.Seen || closure.RatingState == SendState.Sending)
            return new RatingResult(RatingOutcome.Conflict, closure);
        (closure.Rating, closure.RatingDetails, closure.MayBeContacted) = (request.Stars, request.Details, request.MayBeContacted);
        closure.RatingItems = request.Items.Count == 0 ? null : Text.Cut(string.Join('\n', request.Items.Select(NameOf)), Closure.ItemsLength);
        (closure.RatingState, closure.RatingRemark, closure.RatedBy, closure.RatedAt) = (SendState.Sending, null, by.Name, session.Now);
        session.Touch(callout);
        return new RatingResult(RatingOutcome.Asked, closure);
    }, CancellationToken.None);

    private async Task<RatingResult> AskAsync(RatingRequest request)
    {
        try
        {
            var kept = await api.RateAsync(new RateCallout
            {
                CalloutId = request.CalloutId,
                Rating = request.Stars,
                Details = request.Details,
                MayBeContacted = request.MayBeContacted,
            }, CancellationToken.None);
            upstream.Answered();
            var left = await RateItemsAsync(kept.Id, request);
            return await SettleAsync(request.CalloutId, SendState.Sent, left.Count == 0 ? null : string.Join(", ", left), EntryKind.Rated);
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            Log.NotTaken(logger, request.CalloutId, failure.Kind, failure.CorrelationId);
            return failure.Kind is AuraErrorKind.OutcomeUnknown or AuraErrorKind.Unexpected
                ? await SettleAsync(request.CalloutId, SendState.Unknown, null, EntryKind.RatingAnswerLost)
                : await SettleAsync(request.CalloutId, SendState.Failed, failure.AuraMessage, EntryKind.RatingNotTaken);
        }
        catch (Exception failure)
        {
            Log.AnswerLost(logger, failure, request.CalloutId);
            return await SettleAsync(request.CalloutId, SendState.Unknown, null, EntryKind.RatingAnswerLost);
        }
    }

    /// <summary>Returns what AURA did not take. An item may be sent again: the call creates or changes it (create-callout-rating-item).</summary>
    private async Task<List<string>> RateItemsAsync(long? ratingId, RatingRequest request)
    {
        var left = new List<string>();
        foreach (var item in request.Items)
        {
            if (ratingId is null || !await TryItemAsync(ratingId.Value, item) && !await TryItemAsync(ratingId.Value, item))
                left.Add(NameOf(item));
        }
        return left;
    }

    private async Task<bool> TryItemAsync(long ratingId, RatingItem item)
    {
        try
        {
            await api.RateItemAsync(new RateItem { RatingId = ratingId, Description = NameOf(item), ItemId = item.Id, Item = item.Item, Sentiment = item.Sentiment }, CancellationToken.None);
            return true;
        }
        catch (AuraApiException failure)
        {
            upstream.Failed(failure);
            return false;
        }
    }

    private Task<RatingResult> SettleAsync(long calloutId, SendState state, string? remark, EntryKind kind) => writer.WriteAsync(async session =>
    {
        var callout = (await session.FindAsync(calloutId))!;
        var closure = (await FindAsync(session, callout))!;
        (closure.RatingState, closure.RatingRemark) = (state, Text.Cut(remark, Callout.TextLength));
        session.Note(callout, new Entry
        {
            At = session.Now,
            Source = EntrySource.Operator,
            Kind = kind,
            By = closure.RatedBy,
            Detail = kind == EntryKind.RatingNotTaken ? remark : $"{closure.Rating}/5",
        });
        return new RatingResult(RatingOutcome.Asked, closure);
    }, CancellationToken.None);

    private static Task<Closure?> FindAsync(CalloutSession session, Callout callout) =>
        session.Db.Closures.FirstOrDefaultAsync(c => c.CalloutId == callout.Id, session.CancellationToken);

    private static string NameOf(RatingItem item) => item.Description ?? item.Item!;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A rating of callout {CalloutId}, or what can be rated: {Kind}, correlation {Correlation}")]
        public static partial void NotTaken(ILogger logger, long calloutId, AuraErrorKind kind, string correlation);

        [LoggerMessage(2, LogLevel.Error, "The answer to a rating of callout {CalloutId} could not be taken in")]
        public static partial void AnswerLost(ILogger logger, Exception failure, long calloutId);
    }
}
