using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Patrols.Recurring;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Patrols;

internal sealed class PatrolsOptionsValidator : IValidateOptions<PatrolsOptions>
{
    public ValidateOptionsResult Validate(string? name, PatrolsOptions options)
    {
        var faults = FaultsOf(options).Select(static fault => $"{PatrolsOptions.Section}:{fault}").ToList();
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> FaultsOf(PatrolsOptions options)
    {
        if (Zones.Find(options.TimeZone) is null)
            yield return "TimeZone must be an IANA time zone such as Africa/Johannesburg";
        for (var at = 0; at < options.ServiceTypes.Count; at++)
        {
            if (string.IsNullOrWhiteSpace(options.ServiceTypes[at].Id) || options.ServiceTypes[at].Id.Length > Patrol.ServiceTypeLength)
                yield return $"ServiceTypes:{at}:Id must be AURA's word for the service";
            if (string.IsNullOrWhiteSpace(options.ServiceTypes[at].Name))
                yield return $"ServiceTypes:{at}:Name is missing";
        }
        for (var at = 0; at < options.ArmedPreferences.Count; at++)
        {
            if (string.IsNullOrWhiteSpace(options.ArmedPreferences[at]) || options.ArmedPreferences[at].Length > Patrol.PreferenceLength)
                yield return $"ArmedPreferences:{at} must be a word that AURA takes";
        }
        if (options.CustomerId <= 0)
            yield return "CustomerId must be one of AURA's ids, which are above 0";
        if (options.Ahead < TimeSpan.Zero || options.Ahead > TimeSpan.FromDays(1))
            yield return "Ahead must be between zero and a day";
        if (options.LateAfter <= TimeSpan.Zero || options.LateAfter > TimeSpan.FromDays(1))
            yield return "LateAfter must be more than zero and at most a day";
        if (options.MissedAfter < options.LateAfter || options.MissedAfter > TimeSpan.FromDays(7))
            yield return "MissedAfter must be at least LateAfter and at most a week";
        if (options.Horizon < TimeSpan.FromDays(1) || options.Horizon > TimeSpan.FromDays(366))
            yield return "Horizon must be between a day and a year";
        if (options.LookEvery < TimeSpan.FromMilliseconds(100) || options.LookEvery > TimeSpan.FromMinutes(5))
            yield return "LookEvery must be between 0.1 seconds and 5 minutes";
    }
}
