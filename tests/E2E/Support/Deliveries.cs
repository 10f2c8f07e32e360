using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace AuraConsole.E2E.Support;

/// <summary>Deliveries sent by hand, as AURA or somebody else would send them.</summary>
internal sealed class Deliveries(ConsoleHost console)
{
    /// <summary>The smallest body that AURA documents.</summary>
    public static string Body(string @event, long calloutId) => $$"""{"message":"{{@event}}","callout":{"id":{{calloutId}} } }""";

    public async Task<HttpStatusCode> SendAsync(string body, string? secret = ConsoleSettings.Secret, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, console.WebhookUrl)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (secret is not null) request.Headers.TryAddWithoutValidation("Authorization", secret);
        using var answer = await console.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
