using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Upkeep.Retention;

internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        (string Key, TimeSpan Age)[] ages =
        [
            (nameof(options.Deliveries), options.Deliveries), (nameof(options.Callouts), options.Callouts), (nameof(options.Commands), options.Commands),
            (nameof(options.SoundTests), options.SoundTests), (nameof(options.DeliveryHours), options.DeliveryHours),
            (nameof(options.Firings), options.Firings), (nameof(options.Handovers), options.Handovers),
        ];
        var faults = ages.Where(static age => age.Age != TimeSpan.Zero && age.Age < Shortest)
            .Select(static age => $"{RetentionOptions.Section}:{age.Key} must be 0 (for ever) or at least 1 day").ToList();
        if (options.Every < TimeSpan.FromHours(1) || options.Every > TimeSpan.FromDays(31))
            faults.Add($"{RetentionOptions.Section}:{nameof(options.Every)} must be between 1 hour and 31 days");
        if (options.DeliveryHours != TimeSpan.Zero && (options.Deliveries == TimeSpan.Zero || options.DeliveryHours < options.Deliveries))
            faults.Add($"{RetentionOptions.Section}:{nameof(options.DeliveryHours)} must not be shorter than {nameof(options.Deliveries)}: the ledger would miss its counts");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
