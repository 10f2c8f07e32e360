using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Sites.Importing;

internal sealed class ImportOptionsValidator : IValidateOptions<ImportOptions>
{
    private const int MostBytes = 64 * 1024 * 1024;
    private const int MostRows = 1_000_000;
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, ImportOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Faults(ImportOptions options)
    {
        const string Section = ImportOptions.Section;
        if (options.MaxBytes is < 1024 or > MostBytes)
            yield return $"{Section}:MaxBytes must be between 1024 and {MostBytes}";
        if (options.MaxRows is < 1 or > MostRows)
            yield return $"{Section}:MaxRows must be between 1 and {MostRows}";
        if (options.CallbackPatience < TimeSpan.FromSeconds(1) || options.CallbackPatience > LongestPatience)
            yield return $"{Section}:CallbackPatience must be between 00:00:01 and 1.00:00:00";
        if (options.CallbacksPerMinute is < 1 or > 10_000)
            yield return $"{Section}:CallbacksPerMinute must be between 1 and 10000";
        if (options.SnapshotsKept is < 1 or > 1000)
            yield return $"{Section}:SnapshotsKept must be between 1 and 1000";
        if (options.FullSync.MostRemovedPercent is not (>= 0 and <= 100))
            yield return $"{Section}:FullSync:MostRemovedPercent must be between 0 and 100";
        if (options.FullSync.MostRemoved < 0)
            yield return $"{Section}:FullSync:MostRemoved must not be negative";
    }
}
