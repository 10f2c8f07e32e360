using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Alarm;

internal sealed class AlarmOptionsValidator : IValidateOptions<AlarmOptions>
{
    public ValidateOptionsResult Validate(string? name, AlarmOptions options)
    {
        List<string> faults = [];
        Check(nameof(AlarmOptions.TestEvery), options.TestEvery, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30));
        Check(nameof(AlarmOptions.NoneArmedAfter), options.NoneArmedAfter, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        Check(nameof(AlarmOptions.ConnectionLostAfter), options.ConnectionLostAfter, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void Check(string key, TimeSpan value, TimeSpan least, TimeSpan most)
        {
            if (value < least || value > most)
                faults.Add($"{AlarmOptions.Section}:{key} must be from {least:c} to {most:c}");
        }
    }
}
