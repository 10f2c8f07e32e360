using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AuraConsole.Integration;

/// <summary>
/// Reads the section <c>Aura</c>. The framework's binder stops at the first value that it cannot convert; here such values are noted, so
/// that the validator names them together with all other faults.
/// </summary>
internal sealed class AuraOptionsSetup(IConfiguration configuration) : IConfigureOptions<AuraOptions>
{
    public void Configure(AuraOptions options)
    {
        var section = configuration.GetSection(AuraOptions.Section);
        options.ClientId = section[nameof(options.ClientId)] ?? options.ClientId;
        options.ClientSecret = section[nameof(options.ClientSecret)] ?? options.ClientSecret;
        Take(nameof(options.BaseUrl), "an absolute address", text => Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null,
            url => options.BaseUrl = url);
        Take(nameof(options.AttemptTimeout), "a time such as 00:00:10",
            text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? (TimeSpan?)time : null,
            time => options.AttemptTimeout = time!.Value);
        Take(nameof(options.ReadRetries), "a whole number", Whole, number => options.ReadRetries = number!.Value);
        Take(nameof(options.MaxResponseBytes), "a whole number", Whole, number => options.MaxResponseBytes = number!.Value);
        foreach (var path in AuraPaths.Keys)
            path.Set(options.Paths, section[$"{nameof(options.Paths)}:{path.Name}"] ?? path.Get(options.Paths));

        void Take<T>(string key, string wanted, Func<string, T?> read, Action<T> keep)
        {
            if (section[key] is not { Length: > 0 } text)
                return;
            if (read(text) is { } value)
                keep(value);
            else
                options.Unreadable.Add($"{AuraOptions.Section}:{key} has to be {wanted}.");
        }
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
