using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Escalations.Sending;

/// <summary>Says that a message waits in the outbox.</summary>
public sealed class HookDoorbell : Doorbell;
