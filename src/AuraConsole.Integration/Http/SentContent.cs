using System.Net;
using System.Net.Http.Headers;

namespace AuraConsole.Integration.Http;

/// <summary>
/// A body, usually a small JSON, that can be sent again and notes when it starts to leave. SocketsHttpHandler asks for it only on a connection that
/// stands, so a call that timed out before, while connecting for instance, is known not to have reached AURA.
/// </summary>
internal sealed class SentContent : HttpContent
{
    private readonly byte[] _body;
    private readonly CallProgress _progress;

    public SentContent(byte[] body, CallProgress progress, string type = AuraCall.Json)
    {
        _body = body;
        _progress = progress;
        Headers.ContentType = MediaTypeHeaderValue.Parse(type);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _progress.Sent = true;
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
