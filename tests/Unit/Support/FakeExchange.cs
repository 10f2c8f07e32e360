using System.Collections.Concurrent;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;

namespace AuraConsole.Unit.Support;

/// <summary>AURA's event streams: has what the test put there, and remembers what was sent.</summary>
public sealed class FakeExchange : ICalloutEventsApi
{
    private readonly ConcurrentQueue<NewCalloutEvent> _sent = new();

    public List<CalloutEvent> Told { get; } = [];

    public IReadOnlyList<NewCalloutEvent> Sent => [.. _sent];

    public Func<NewCalloutEvent, Task<CalloutEvent>> OnSend { get; set; } = words => Task.FromResult(Said(9001, words.Text, "customer"));

    public static CalloutEvent Said(long id, string text, string? role = "controller", DateTimeOffset? at = null) =>
        new() { Id = id, Text = text, SenderRole = role, CreatedBy = role is null ? null : "AURA controller", CreatedAt = at, TypeId = role is null ? 2 : 1 };

    public static AuraApiException Failure(AuraErrorKind kind, string? message = null) => new(kind, null, message, "test");

    public Task<IReadOnlyList<CalloutEvent>> ListAsync(long calloutId, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<CalloutEvent>>([.. Told]);

    public Task<CalloutEvent> SendAsync(long calloutId, NewCalloutEvent words, CancellationToken cancellationToken = default)
    {
        _sent.Enqueue(words);
        return OnSend(words);
    }
}

/// <summary>AURA's reasons.</summary>
public sealed class FakeReasons : ICancellationReasonsApi
{
    public List<(long Id, string Text)> Known { get; } = [];

    public List<(long ReasonId, string? Notes)> Attached { get; } = [];

    public AuraApiException? Refusal { get; set; }

    public Task<IReadOnlyList<CancellationReason>> ListAsync(long calloutId, CancellationToken cancellationToken = default) => Refusal is { } refusal
        ? throw refusal
        : Task.FromResult<IReadOnlyList<CancellationReason>>([.. Known.Select(reason => new CancellationReason(reason.Id, reason.Text, default))]);

    public Task<AttachedReason?> AttachAsync(long calloutId, long reasonId, string? notes = null, CancellationToken cancellationToken = default)
    {
        if (Refusal is { } refusal)
            throw refusal;
        Attached.Add((reasonId, notes));
        return Task.FromResult<AttachedReason?>(null);
    }
}

/// <summary>AURA after closure: "not yet" until the test says otherwise.</summary>
public sealed class FakeAfterClosure : IAfterClosureApi
{
    public CalloutReport? Report { get; set; }

    public CalloutMap? Map { get; set; }

    public int Asked { get; private set; }

    public List<RateCallout> Ratings { get; } = [];

    public List<RateItem> Items { get; } = [];

    public Func<RateCallout, Task<CalloutRating>> OnRate { get; set; } = rating => Task.FromResult(new CalloutRating { Id = 70, Rating = rating.Rating });

    public Task<CalloutReport> ReportAsync(long calloutId, CancellationToken cancellationToken = default)
    {
        Asked++;
        return Report is { } report ? Task.FromResult(report) : throw FakeExchange.Failure(AuraErrorKind.NotFound);
    }

    public Task<CalloutMap> MapAsync(long calloutId, CancellationToken cancellationToken = default) =>
        Map is { } map ? Task.FromResult(map) : throw FakeExchange.Failure(AuraErrorKind.NotFound);

    public Task<CalloutRating> RateAsync(RateCallout rating, CancellationToken cancellationToken = default)
    {
        Ratings.Add(rating);
        return OnRate(rating);
    }

    public Task<RatingItem> RateItemAsync(RateItem item, CancellationToken cancellationToken = default)
    {
        Items.Add(item);
        return Task.FromResult(new RatingItem { Id = 1 });
    }

    public Task<IReadOnlyList<RatingItem>> ListRatingItemsAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<RatingItem>>([new RatingItem { Id = 1, Item = "RESPONSE_TIME", Description = "Arrived quickly" }]);
}
