using AuraConsole.Web.Live;

namespace AuraConsole.Web.Webhooks;

/// <summary>Rings when deliveries were committed. The table is the queue.</summary>
public sealed class InboxDoorbell : Doorbell;
