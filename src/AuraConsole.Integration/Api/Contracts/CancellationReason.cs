using System.Text.Json;

namespace AuraConsole.Integration.Api.Contracts;

/// <summary>A reason to choose from.</summary>
/// <param name="Id">AURA's id, sent as <c>exceptionReasonId</c>.</param>
/// <param name="Text">AURA's words (<c>reason</c>); empty when it gave none.</param>
/// <param name="Raw">The whole object as it was read.</param>
public sealed record CancellationReason(long Id, string Text, JsonElement Raw);

/// <summary>What AURA kept of an attached reason (<c>createdExceptionReason</c>, whose members are not published).</summary>
public sealed record AttachedReason
{
    /// <summary>AURA's id of the attachment.</summary>
    public long? Id { get; init; }

    /// <summary>The reason's id.</summary>
    public long? ReasonId { get; init; }

    /// <summary>The notes as AURA kept them.</summary>
    public string? Notes { get; init; }

    /// <summary>When AURA kept it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The whole object as it was read.</summary>
    public JsonElement Raw { get; init; }
}
