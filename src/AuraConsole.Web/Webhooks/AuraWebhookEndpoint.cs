using System.Buffers;
using AuraConsole.Integration.Webhooks;
using AuraConsole.Web.Live;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Webhooks;

/// <summary><c>POST /webhooks/aura</c>: 200 means on disk. Refusals say nothing but their number.</summary>
public static class AuraWebhookEndpoint
{
    public const string Path = "/webhooks/aura";

    public static void MapAuraWebhook(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path, AnswerAsync)
            // AURA cannot sign in: the secret header is its proof
            .AllowAnonymous()
            .DisableAntiforgery()
            // nothing of a browser's pipeline (cookies, antiforgery, page headers) concerns a machine that posts JSON
            .ShortCircuit()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.DisableRequestSizeLimitAttribute());

    private static async Task AnswerAsync(
        HttpContext context, IOptions<WebhookOptions> options, InboxWriter inbox, DeliveryLedger ledger, ConsoleMeters meters, TimeProvider time)
    {
        var at = time.GetUtcNow();
        int answer;
        try
        {
            answer = await ReceiveAsync(context.Request, options.Value, inbox, at);
        }
        catch (BadHttpRequestException broken)
        {
            // half a body, or one that trickles: the sender's doing, not a fault of ours
            answer = broken.StatusCode;
        }
        catch (Exception left) when (left is OperationCanceledException or ConnectionResetException && context.RequestAborted.IsCancellationRequested)
        {
            answer = StatusCodes.Status499ClientClosedRequest;
        }
        context.Response.StatusCode = answer;
        ledger.Answered(answer, at);
        meters.Delivery(answer);
    }

    private static async Task<int> ReceiveAsync(HttpRequest request, WebhookOptions options, InboxWriter inbox, DateTimeOffset at)
    {
        if (!WebhookSecret.Matches(options.Secret, request.Headers[options.HeaderName]))
            return StatusCodes.Status401Unauthorized;
        if (!request.HasJsonContentType())
            return StatusCodes.Status415UnsupportedMediaType;
        var body = request.ContentLength > options.MaxBodyBytes ? null : await ReadAsync(request, options.MaxBodyBytes);
        if (body is null)
            return StatusCodes.Status413PayloadTooLarge;
        if (!AuraEventParser.TryParseHead(body, out var head))
            return StatusCodes.Status400BadRequest;
        return await inbox.StoreAsync(head, body, at, DeliveryHeaders.Keep(request.Headers, options)) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
    }

    /// <summary>The body; null when it is larger than <paramref name="most"/> bytes, whatever its header said.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, int most)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            var isTooLarge = read.Buffer.Length > most;
            if (isTooLarge || read.IsCompleted)
            {
                var body = isTooLarge ? null : read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
