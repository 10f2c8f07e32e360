using System.Text;
using AuraConsole.Integration.Webhooks;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Apply;

/// <summary>Takes what tells who somebody was out of stored deliveries; what they were about, and when they came, stays.</summary>
public static class CustomerTraces
{
    /// <summary>Leaves of a delivery's body its event and the id of its entity.</summary>
    public static async Task BlankAsync(ConsoleDbContext db, long deliveryId, CancellationToken cancellationToken)
    {
        if (await db.Deliveries.FirstOrDefaultAsync(d => d.Id == deliveryId, cancellationToken) is { } delivery)
            Blank(delivery);
    }

    public static void Blank(Delivery delivery)
    {
        var id = AuraEventParser.TryParseHead(delivery.Body, out var head) ? head.EntityId : delivery.EntityId;
        // AURA's own names hold neither quotes nor control characters; anything else is not repeated
        var name = delivery.Event.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') ? delivery.Event : "ERASED";
        var entity = delivery.EntityKind is { } kind && id is not null ? FormattableString.Invariant($",\"{kind}\":{{\"id\":{id}}}") : "";
        delivery.Body = Encoding.UTF8.GetBytes($"{{\"message\":\"{name}\"{entity}}}");
    }
}
