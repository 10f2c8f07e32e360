using System.Text;
using System.Text.Json;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Admin.Deliveries;

internal static class DeliveryWords
{
    /// <summary>More of a body than this no page shows.</summary>
    public const int MostShown = 64 * 1024;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Applied => DeliveriesText.Applied,
        DeliveryStatus.Ignored => DeliveriesText.Ignored,
        DeliveryStatus.SetAside => DeliveriesText.SetAside,
        _ => DeliveriesText.Pending,
    };

    public static string ShapeOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Applied => "●",
        DeliveryStatus.Ignored => "○",
        DeliveryStatus.SetAside => "■",
        _ => "▲",
    };

    /// <summary>Indented where it is JSON and not too long, otherwise as it came.</summary>
    public static string Body(byte[] body)
    {
        if (body.Length > MostShown)
            return Encoding.UTF8.GetString(body, 0, MostShown) + "…";
        try
        {
            using var parsed = JsonDocument.Parse(body);
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, Indented))
                parsed.WriteTo(writer);
            return Encoding.UTF8.GetString(stream.ToArray());
        }
        catch (JsonException)
        {
            // stored as it came; that it does not parse is for the reader to see
            return Encoding.UTF8.GetString(body);
        }
    }
}
