using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Reconciliation;

internal sealed class ReconciliationOptionsValidator : IValidateOptions<ReconciliationOptions>
{
    // far below what AURA should be asked, for tests against the simulator
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, ReconciliationOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.PollInterval), options.PollInterval);
        Check(nameof(options.ActiveListInterval), options.ActiveListInterval);
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void Check(string key, TimeSpan value)
        {
            if (value < Least || value > Longest)
                faults.Add($"{ReconciliationOptions.Section}:{key} must lie between {Least} and {Longest}");
        }
    }
}
