using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Outbound;

internal sealed class OutboundOptionsValidator : IValidateOptions<OutboundOptions>
{
    // far below what AURA should be asked, for tests against the simulator
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWindow = TimeSpan.FromMinutes(2);

    public ValidateOptionsResult Validate(string? name, OutboundOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.SettleInterval), options.SettleInterval, LongestInterval);
        Check(nameof(options.SettleWindow), options.SettleWindow, LongestWindow);
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void Check(string key, TimeSpan value, TimeSpan longest)
        {
            if (value < Least || value > longest)
                faults.Add($"{OutboundOptions.Section}:{key} must lie between {Least} and {longest}");
        }
    }
}
