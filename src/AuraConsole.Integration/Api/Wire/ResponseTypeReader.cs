using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Integration.Api.Wire;

/// <summary>Reads response types. The keys of <c>enabledLocations</c> are not published: words are looked for in them.</summary>
internal static class ResponseTypeReader
{
    public static readonly string[] ListNames = ["responseTypes", "data", "items", "results"];

    private static readonly string[] SiteWords = ["fixed", "predefined", "property", "site"];
    private static readonly string[] CustomerWords = ["personal", "people", "customer", "live"];

    /// <summary>Null without a valid id.</summary>
    public static ResponseType? Read(JsonElement element)
    {
        if (element.Int("id", "responseTypeId") is not { } id)
            return null;
        var enabled = element.Object("enabledLocations");
        return new ResponseType
        {
            Id = id,
            Value = element.Text("value", "name"),
            Description = element.Text("description"),
            ForSites = FlagOf(enabled, SiteWords),
            ForCustomers = FlagOf(enabled, CustomerWords),
            EnabledLocations = element.Member("enabledLocations")?.Clone() ?? default,
            Raw = element.Clone(),
        };
    }

    private static bool? FlagOf(JsonElement? enabled, string[] words)
    {
        if (enabled is not { } flags)
            return null;
        foreach (var word in words)
        {
            foreach (var name in JsonFields.Names(flags))
            {
                if (name.Contains(word, StringComparison.OrdinalIgnoreCase) && flags.Flag(name) is { } flag)
                    return flag;
            }
        }

        return null;
    }
}
