using AuraConsole.Integration.Webhooks;

namespace AuraConsole.Web.Webhooks;

/// <summary>A delivery on its way to disk.</summary>
internal sealed class IncomingDelivery(AuraEvent head, byte[] body, DateTimeOffset receivedAt, string? headers)
{
    private readonly TaskCompletionSource _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AuraEvent Head => head;

    public byte[] Body => body;

    public DateTimeOffset ReceivedAt => receivedAt;

    public string? Headers => headers;

    public string Fingerprint { get; } = DeliveryFingerprint.Of(head, body);

    /// <summary>Ends when the delivery is committed; fails when it could not be.</summary>
    public Task Stored => _stored.Task;

    public void Committed() => _stored.TrySetResult();

    public void Failed(Exception why) => _stored.TrySetException(why);
}
