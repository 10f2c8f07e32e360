using Microsoft.Extensions.Options;

namespace AuraConsole.Integration;

/// <summary>Checks <see cref="AuraOptions"/>: all faults at once, each naming its key, none repeating a secret.</summary>
public sealed class AuraOptionsValidator : IValidateOptions<AuraOptions>
{
    private const int SmallestAnswerLimit = 64 * 1024;
    private const int LargestAnswerLimit = 256 * 1024 * 1024;
    private const int MostRetries = 5;

    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AuraOptions options)
    {
        List<string> faults = [.. options.Unreadable];
        if (!faults.Exists(fault => fault.StartsWith("Aura:BaseUrl", StringComparison.Ordinal)) && FaultOf(options.BaseUrl) is { } fault)
            faults.Add(fault);
        if (string.IsNullOrWhiteSpace(options.ClientId))
            faults.Add("Aura:ClientId is missing.");
        if (string.IsNullOrWhiteSpace(options.ClientSecret))
            faults.Add("Aura:ClientSecret is missing.");
        if (options.AttemptTimeout < ShortestTimeout || options.AttemptTimeout > LongestTimeout)
            faults.Add("Aura:AttemptTimeout has to be between 00:00:01 and 00:02:00.");
        if (options.ReadRetries is < 0 or > MostRetries)
            faults.Add("Aura:ReadRetries has to be between 0 and 5.");
        if (options.MaxResponseBytes is < SmallestAnswerLimit or > LargestAnswerLimit)
            faults.Add("Aura:MaxResponseBytes has to be between 65536 and 268435456.");
        faults.AddRange(AuraPaths.Keys.Select(path => path.FaultOf(options.Paths)).OfType<string>());
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string? FaultOf(Uri? url) => url switch
    {
        null => "Aura:BaseUrl is missing.",
        { IsAbsoluteUri: false } => "Aura:BaseUrl has to be an absolute address.",
        _ when url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps => "Aura:BaseUrl has to begin with http:// or https://.",
        _ when url.PathAndQuery != "/" || url.Fragment.Length > 0 || url.UserInfo.Length > 0 =>
            "Aura:BaseUrl has to be scheme and host only; every path is added to it.",
        _ => null,
    };
}
