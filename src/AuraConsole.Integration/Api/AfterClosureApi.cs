using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;
using AuraConsole.Integration.Http;
using Microsoft.Extensions.Options;

namespace AuraConsole.Integration.Api;

/// <inheritdoc cref="IAfterClosureApi"/>
internal sealed class AfterClosureApi(AuraCaller caller, ListAnswers lists, IOptions<AuraOptions> options) : IAfterClosureApi
{
    private const string Maps = "/panic-api/v2/callouts/{calloutId}/maps";
    private const string Ratings = "/panic-api/v2/ratings";
    private const string Items = "/panic-api/v2/rating-items";

    public Task<CalloutReport> ReportAsync(long calloutId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(
            AuraCalls.Get(options.Value.Paths.ResolutionReport, AuraCalls.Id("calloutId", calloutId)),
            answer => answer.Json is { } json ? ReportReader.Read(json, calloutId) : null,
            cancellationToken);

    public Task<CalloutMap> MapAsync(long calloutId, CancellationToken cancellationToken = default) =>
        caller.SendAsync(
            AuraCalls.Get(Maps, AuraCalls.Id("calloutId", calloutId)),
            static answer => answer.Json is { } json ? ReportReader.ReadMap(json) : null,
            cancellationToken);

    public Task<CalloutRating> RateAsync(RateCallout rating, CancellationToken cancellationToken = default)
    {
        if (rating.Rating is < 1 or > 5)
            throw Refusals.BeforeSending("A rating is 1 to 5.", nameof(rating));
        var body = new RatingBody(rating.CalloutId, rating.Rating, rating.Details, rating.MayBeContacted);
        return caller.SendAsync(
            AuraCalls.Post(Ratings, body, AuraJsonContext.Default.RatingBody),
            static answer => answer.Json is { } json ? RatingReader.Read(json) : null,
            cancellationToken);
    }

    public Task<RatingItem> RateItemAsync(RateItem item, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(item.Description))
            throw Refusals.BeforeSending("A rating item needs a description.", nameof(item));
        var body = new RatingItemBody(item.RatingId, item.Description, item.ItemId, item.Item, item.Sentiment);
        return caller.SendAsync(
            AuraCalls.Post(Items, body, AuraJsonContext.Default.RatingItemBody),
            static answer => answer.Json is { } json ? RatingReader.ReadRated(json) : null,
            cancellationToken);
    }

    public Task<IReadOnlyList<RatingItem>> ListRatingItemsAsync(CancellationToken cancellationToken = default)
    {
        var call = AuraCalls.Get(options.Value.Paths.RatingItems);
        return caller.SendAsync(
            call, answer => lists.Read(call.Template, answer, RatingReader.ListNames, RatingReader.ReadItem), cancellationToken);
    }
}
