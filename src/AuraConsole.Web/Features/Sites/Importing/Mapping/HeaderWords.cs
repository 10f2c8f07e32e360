using System.Text;

namespace AuraConsole.Web.Features.Sites.Importing.Mapping;

/// <summary>What columns are called: our words, AURA's JSON names, and what other systems write.</summary>
internal static class HeaderWords
{
    private static readonly Dictionary<string, ImportField> Fields = new(StringComparer.Ordinal);

    static HeaderWords()
    {
        Add(ImportField.Reference, "reference", "site reference", "externalReferenceId", "external reference", "external ref", "ref", "reference no", "reference number",
            "site id", "site number", "site no", "site code", "account", "account number", "account no", "client code", "locationIdentifier", "identifier", "id", "code");
        Add(ImportField.Name, "name", "site name", "site", "locationDescription", "description", "location name", "location", "account name", "client", "title");
        Add(ImportField.Address, "address", "formattedAddress", "formatted address", "street address", "physical address", "full address");
        Add(ImportField.Latitude, "latitude", "lat", "y", "gps latitude", "gps lat");
        Add(ImportField.Longitude, "longitude", "lng", "lon", "long", "x", "gps longitude", "gps lng", "gps long", "gps lon");
        Add(ImportField.Type, "type", "type id", "site type", "calloutLocationTypeId", "location type", "location type id");
        Add(ImportField.Information, "additional information", "information", "locationAdditionalInformation", "notes", "note", "remarks", "comments", "access", "directions");
        Add(ImportField.W3w, "w3w", "what3words", "what 3 words", "three words");
    }

    public static ImportField? Find(string header) => Fields.TryGetValue(Plain(header), out var field) ? field : null;

    /// <summary>Letters and digits alone, in small letters.</summary>
    public static string Plain(string header)
    {
        var plain = new StringBuilder(header.Length);
        foreach (var sign in header)
        {
            if (char.IsLetterOrDigit(sign))
                plain.Append(char.ToLowerInvariant(sign));
        }

        return plain.ToString();
    }

    private static void Add(ImportField field, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            Fields.TryAdd(Plain(word), field);
    }
}
