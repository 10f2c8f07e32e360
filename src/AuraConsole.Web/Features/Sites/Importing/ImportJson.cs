using System.Text.Json;
using System.Text.Json.Serialization;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using AuraConsole.Web.Features.Sites.Importing.Reading;

namespace AuraConsole.Web.Features.Sites.Importing;

/// <summary>A whole portfolio as somebody wants it, or as AURA had it.</summary>
public sealed record WantedPortfolio(IReadOnlyList<ImportedSite> Sites, IReadOnlyList<ImportField> Held);

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(WantedPortfolio))]
[JsonSerializable(typeof(ImportedSite))]
internal sealed partial class ImportJson : JsonSerializerContext
{
    public static string Write(ImportedSite site) => JsonSerializer.Serialize(site, Default.ImportedSite);

    public static ImportedSite ReadSite(string text) => JsonSerializer.Deserialize(text, Default.ImportedSite)!;

    public static byte[] Write(WantedPortfolio portfolio) => JsonSerializer.SerializeToUtf8Bytes(portfolio, Default.WantedPortfolio);

    /// <summary>Null when it cannot be read.</summary>
    public static WantedPortfolio? ReadPortfolio(byte[]? bytes)
    {
        try
        {
            return bytes is null ? null : JsonSerializer.Deserialize(bytes, Default.WantedPortfolio);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
