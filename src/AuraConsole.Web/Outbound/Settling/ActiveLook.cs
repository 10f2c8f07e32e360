using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Web.Outbound.Settling;

/// <summary>AURA's active callouts as one look found them.</summary>
/// <param name="At">Just before AURA was asked.</param>
/// <param name="Callouts">All that were listed, the oldest first.</param>
public sealed record ActiveLook(DateTimeOffset At, IReadOnlyList<AuraCallout> Callouts);
