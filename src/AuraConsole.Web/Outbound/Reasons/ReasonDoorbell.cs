using AuraConsole.Web.Live;

namespace AuraConsole.Web.Outbound.Reasons;

/// <summary>A cancel was confirmed: its reason may be attached.</summary>
public sealed class ReasonDoorbell : Doorbell;
