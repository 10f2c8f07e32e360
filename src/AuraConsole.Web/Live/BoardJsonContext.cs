using System.Text.Json.Serialization;

namespace AuraConsole.Web.Live;

/// <summary>The hub's wire: camelCase, enums by name.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(BoardRow))]
[JsonSerializable(typeof(BoardRow[]))]
[JsonSerializable(typeof(Pulse))]
internal sealed partial class BoardJsonContext : JsonSerializerContext;
