using AuraConsole.Web.Live;

namespace AuraConsole.Web.Outbound.Settling;

/// <summary>Rings when a command's answer was lost.</summary>
public sealed class SettleDoorbell : Doorbell;
