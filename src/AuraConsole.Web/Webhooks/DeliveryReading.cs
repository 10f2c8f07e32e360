using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AuraConsole.Web.Webhooks;

/// <summary>A delivery as a person reads it, and how that stands in the audit: a body may name people.</summary>
internal static class DeliveryReading
{
    /// <summary>What a reading of a body is called in the audit.</summary>
    public const string Kind = "delivery.read";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"delivery:{id}");

    /// <summary>Indented where it is JSON, otherwise as it came: that it does not parse is for the reader to see.</summary>
    public static string InLines(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var lines = new ArrayBufferWriter<byte>(body.Length * 2);
            using (var writer = new Utf8JsonWriter(lines, Indented))
                document.WriteTo(writer);
            return Encoding.UTF8.GetString(lines.WrittenSpan);
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(body);
        }
    }
}
