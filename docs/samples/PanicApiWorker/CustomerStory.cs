using System.Globalization;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Lifecycle;

namespace AuraConsole.Samples.PanicApiWorker;

/// <summary>A customer with a subscription asks for help, is helped, and says how it was.</summary>
internal sealed class CustomerStory(
    ISubscriptionsApi subscriptions, ICustomersApi customers, IResponseTypesApi responseTypes, ICalloutsApi callouts,
    IAfterClosureApi afterClosure, SampleOptions options, TimeProvider time, TextWriter tell)
{
    private const int Test = 2;

    private static readonly CalloutPosition Sandton = new(-26.1076, 28.0567, AccuracyMetres: 10);

    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        // the first call fetches the token by itself; ids of types differ between AURA's environments, so they are read
        var subscriptionType = (await subscriptions.ListTypesAsync(cancellationToken))[0];
        await tell.WriteLineAsync($"Authenticated; subscription type {subscriptionType.Id} is {subscriptionType.Value}.");

        var now = time.GetUtcNow();
        var customer = await customers.CreateAsync(
            new NewCustomer
            {
                Customer = new CustomerDetails { Name = "Sample", Surname = "Worker", Mobile = Mobile(now) },
                Subscription = new NewCustomerSubscription(subscriptionType.Id, now.AddMinutes(-1), now.AddYears(1)),
            },
            cancellationToken);
        await tell.WriteLineAsync($"Registered customer {customer.Id} with a subscription.");

        var calloutId = await RaiseAsync(customer.Id, cancellationToken);
        await FollowAsync(calloutId, cancellationToken);
        await LookBackAsync(calloutId, cancellationToken);
        return customer.Id;
    }

    private async Task<long> RaiseAsync(long customerId, CancellationToken cancellationToken)
    {
        var types = await responseTypes.ListAsync(cancellationToken);
        var type = types.First(static one => one.ForCustomers != false);
        var sentAt = time.GetUtcNow();
        var raised = await callouts.RaiseForCustomerAsync(
            customerId,
            new RaiseForCustomer { Position = Sandton, ResponseTypeId = type.Id, ClassificationId = Test },
            cancellationToken);
        var joined = JoinedCallout.JoinedExisting(raised.Callout, sentAt) == true;
        await tell.WriteLineAsync(
            $"{(joined ? "Joined" : "Raised")} callout {raised.Callout.Id} ({type.Value}); to be followed at {raised.Callout.TrackingUrl}.");
        return raised.Callout.Id;
    }

    private async Task FollowAsync(long calloutId, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        CalloutStage? shown = null;
        while (shown != CalloutStage.Closed)
        {
            if (time.GetElapsedTime(started) > options.GiveUpAfter)
                throw new TimeoutException($"Callout {calloutId} is not closed after {options.GiveUpAfter}.");
            var callout = await callouts.GetAsync(calloutId, cancellationToken);
            var stage = StageRules.ShownBy(callout);
            if (stage != shown)
                await tell.WriteLineAsync($"Callout {calloutId}: {stage} ({callout.Status}).");
            shown = stage;
            if (shown != CalloutStage.Closed)
                await Task.Delay(options.PollEvery, time, cancellationToken);
        }
    }

    private async Task LookBackAsync(long calloutId, CancellationToken cancellationToken)
    {
        var report = await afterClosure.ReportAsync(calloutId, cancellationToken);
        await tell.WriteLineAsync($"Report: {report.Outcome}, response {report.ResponseTime}, resolution {report.ResolutionTime}.");
        var map = await afterClosure.MapAsync(calloutId, cancellationToken);
        await tell.WriteLineAsync($"Map: {map.Url}.");

        var rating = await afterClosure.RateAsync(
            new RateCallout { CalloutId = calloutId, Rating = 5, Details = "A sample" }, cancellationToken);
        var item = (await afterClosure.ListRatingItemsAsync(cancellationToken))[0];
        await afterClosure.RateItemAsync(
            new RateItem
            {
                RatingId = rating.Id ?? throw new InvalidOperationException("AURA did not say which rating it kept."),
                Description = item.Description ?? "",
                ItemId = item.Id,
                Item = item.Item,
                Sentiment = item.Sentiment,
            },
            cancellationToken);
        await tell.WriteLineAsync($"Rated callout {calloutId} with {rating.Rating}: {item.Description}.");
    }

    /// <summary>The mobile is AURA's unique key of a customer, so each run has its own.</summary>
    private static string Mobile(DateTimeOffset now) =>
        "+27" + (now.ToUnixTimeMilliseconds() % 1_000_000_000).ToString("000000000", CultureInfo.InvariantCulture);
}
