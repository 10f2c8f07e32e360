using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Outbound;

internal sealed class CalloutChoicesValidator : IValidateOptions<CalloutChoices>
{
    public ValidateOptionsResult Validate(string? name, CalloutChoices options)
    {
        List<string> faults = [.. Faults(nameof(options.ResponseTypes), options.ResponseTypes), .. Faults(nameof(options.Classifications), options.Classifications)];
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Faults(string key, List<CalloutChoices.Choice> choices)
    {
        for (var at = 0; at < choices.Count; at++)
        {
            var path = $"{CalloutChoices.Section}:{key}:{at}";
            if (choices[at].Id <= 0)
                yield return $"{path}:Id must be one of AURA's ids, which are above 0";
            if (string.IsNullOrWhiteSpace(choices[at].Name))
                yield return $"{path}:Name is missing";
            if (choices.FindIndex(choice => choice.Id == choices[at].Id) < at)
                yield return $"{path}:Id repeats an earlier one";
        }
    }
}
