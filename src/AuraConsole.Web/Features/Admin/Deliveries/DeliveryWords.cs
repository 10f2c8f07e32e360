using System.Text;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;
using AuraConsole.Web.Webhooks;

namespace AuraConsole.Web.Features.Admin.Deliveries;

internal static class DeliveryWords
{
    /// <summary>More of a body than this no page shows.</summary>
    public const int MostShown = 64 * 1024;

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

    /// <summary>The beginning of a long one, as it came.</summary>
    public static string Body(byte[] body) =>
        body.Length > MostShown ? Encoding.UTF8.GetString(body, 0, MostShown) + "…" : DeliveryReading.InLines(body);
}
