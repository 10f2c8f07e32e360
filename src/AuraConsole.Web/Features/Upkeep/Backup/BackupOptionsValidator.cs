using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Upkeep.Backup;

internal sealed class BackupOptionsValidator : IValidateOptions<BackupOptions>
{
    private const int Most = 1000;

    public ValidateOptionsResult Validate(string? name, BackupOptions options)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Folder) || options.Folder.IndexOfAny(Path.GetInvalidPathChars()) >= 0)
            faults.Add($"{BackupOptions.Section}:{nameof(options.Folder)} is not a path");
        if (options.Every != TimeSpan.Zero && (options.Every < TimeSpan.FromMinutes(10) || options.Every > TimeSpan.FromDays(31)))
            faults.Add($"{BackupOptions.Section}:{nameof(options.Every)} must be 0 (on demand) or between 10 minutes and 31 days");
        if (options.Keep is < 1 or > Most)
            faults.Add($"{BackupOptions.Section}:{nameof(options.Keep)} must be between 1 and {Most}");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
