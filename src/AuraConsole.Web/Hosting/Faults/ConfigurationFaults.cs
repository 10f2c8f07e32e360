using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Hosting.Faults;

/// <summary>Turns what validation at start throws into one plain list.</summary>
internal static class ConfigurationFaults
{
    /// <summary>
    /// Validates everything now. The host would do so only after it has made its services, and the first one that reads a bad option in
    /// its constructor would hide all other faults.
    /// </summary>
    public static void ValidateConfiguration(this WebApplication app) => app.Services.GetRequiredService<IStartupValidator>().Validate();

    /// <summary>Every fault, or null when the exception is about something else.</summary>
    public static IReadOnlyList<string>? Read(Exception exception) => exception switch
    {
        OptionsValidationException one => [.. one.Failures],
        AggregateException many when many.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            [.. many.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures).Distinct()],
        _ => null,
    };

    public static async Task PrintAsync(IReadOnlyList<string> faults, TextWriter to)
    {
        await to.WriteLineAsync($"AuraConsole did not start: {faults.Count} fault(s) in its configuration.");
        foreach (var fault in faults)
            await to.WriteLineAsync($"  - {fault}");
    }
}
