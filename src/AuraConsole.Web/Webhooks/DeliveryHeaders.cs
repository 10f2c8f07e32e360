using System.Text;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Webhooks;

/// <summary>The headers of a delivery that may be kept.</summary>
internal static class DeliveryHeaders
{
    /// <summary>What proves or identifies somebody, whatever the secret's own header is called. Matched as part of the name.</summary>
    private static readonly string[] Withheld = ["auth", "cookie", "secret", "token", "key", "signature", "password", "credential"];

    /// <summary>One header a line; a withheld one only with its name.</summary>
    public static string Keep(IHeaderDictionary headers, WebhookOptions options)
    {
        var kept = new StringBuilder(256);
        foreach (var (name, value) in headers)
        {
            if (kept.Length > Delivery.HeadersLength)
                break;
            var isSecret = name.Equals(options.HeaderName, StringComparison.OrdinalIgnoreCase)
                || Array.Exists(Withheld, part => name.Contains(part, StringComparison.OrdinalIgnoreCase))
                || value.Any(text => text?.Contains(options.Secret, StringComparison.Ordinal) == true);
            kept.Append(name).Append(": ").AppendLine(isSecret ? "(withheld)" : value.ToString());
        }
        return Text.Cut(kept.ToString().TrimEnd(), Delivery.HeadersLength)!;
    }
}
