using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Outbound.Closing;

/// <summary>A rating to send.</summary>
/// <param name="CalloutId">AURA's callout id.</param>
/// <param name="Stars">1 (worst) to 5 (best).</param>
/// <param name="Seen">When the rating was given that the person saw; null for none. Another one there by now is a conflict.</param>
public sealed record RatingRequest(long CalloutId, int Stars, string? Details, bool? MayBeContacted, IReadOnlyList<RatingItem> Items, DateTimeOffset? Seen);

public enum RatingOutcome
{
    /// <summary>Done, refused or unknown: see <see cref="Closure.RatingState"/>.</summary>
    Asked,

    /// <summary>Somebody else rated in the meantime; nothing was sent.</summary>
    Conflict,

    /// <summary>The callout is not closed.</summary>
    NotAllowed,
}

/// <param name="Closure">As it is now.</param>
public sealed record RatingResult(RatingOutcome Outcome, Closure? Closure);
