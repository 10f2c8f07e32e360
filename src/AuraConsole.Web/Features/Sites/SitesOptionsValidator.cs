using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Sites;

internal sealed class SitesOptionsValidator : IValidateOptions<SitesOptions>
{
    public ValidateOptionsResult Validate(string? name, SitesOptions options)
    {
        var faults = options.Types.SelectMany(FaultsOf).Concat(Repeated(options)).ToList();
        if (options.DriftEvery < TimeSpan.FromHours(1) || options.DriftEvery > TimeSpan.FromDays(30))
            faults.Add($"{SitesOptions.Section}:{nameof(SitesOptions.DriftEvery)} must be between 1 hour and 30 days");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> FaultsOf(SiteType type, int index)
    {
        if (type.Id <= 0)
            yield return $"{SitesOptions.Section}:Types:{index}:Id must be greater than 0";
        if (string.IsNullOrWhiteSpace(type.Name))
            yield return $"{SitesOptions.Section}:Types:{index}:Name is missing";
    }

    private static IEnumerable<string> Repeated(SitesOptions options) =>
        options.Types.GroupBy(static type => type.Id).Where(static group => group.Count() > 1)
            .Select(static group => $"{SitesOptions.Section}:Types has Id {group.Key} more than once");
}
