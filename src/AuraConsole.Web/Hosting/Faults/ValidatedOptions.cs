using System.Reflection;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Hosting.Faults;

/// <summary>The one way to add a section of the configuration, so that all its faults join the list at start.</summary>
public static class ValidatedOptions
{
    /// <summary>
    /// Binds <typeparamref name="TOptions"/> to a section and validates it at start. A value of the wrong form (a word where a number
    /// belongs) is a fault among the others, not an exception that hides them.
    /// </summary>
    public static OptionsBuilder<TOptions> AddValidatedOptions<TOptions, TValidator>(this IServiceCollection services, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        return services.AddOptions<TOptions>()
            .Configure<IConfiguration>((options, configuration) => Bind(options, configuration.GetSection(section)))
            .ValidateOnStart();
    }

    private static void Bind<TOptions>(TOptions options, IConfigurationSection section)
        where TOptions : class
    {
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException)
        {
            throw new OptionsValidationException(section.Path, typeof(TOptions), [.. Unreadable<TOptions>(section)]);
        }
    }

    /// <summary>The binder stops at its first fault; this asks it for each key by itself.</summary>
    private static IEnumerable<string> Unreadable<TOptions>(IConfigurationSection section)
    {
        foreach (var property in typeof(TOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var entry = section.GetSection(property.Name);
            if (entry.Exists() && !CanRead(entry, property.PropertyType))
                yield return $"{entry.Path} cannot be read as {Describe(property.PropertyType)}";
        }
    }

    private static bool CanRead(IConfigurationSection entry, Type type)
    {
        try
        {
            entry.Get(type);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Describe(Type type) => (Nullable.GetUnderlyingType(type) ?? type).Name switch
    {
        nameof(Int32) or nameof(Int64) => "a whole number",
        nameof(TimeSpan) => "a time span such as 00:00:10",
        nameof(Boolean) => "true or false",
        nameof(Uri) => "an address",
        var name => name,
    };
}
