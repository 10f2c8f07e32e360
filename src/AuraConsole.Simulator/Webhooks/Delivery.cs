namespace AuraConsole.Simulator.Webhooks;

/// <summary>A webhook POST that waits to be sent; its body says what was true when the event happened.</summary>
internal sealed record Delivery(WebhookRegistration To, string Event, long EntityId, byte[] Body);
