using AuraConsole.Web.Live;

namespace AuraConsole.Web.Features.Escalations.Watching;

/// <summary>Something that stands still.</summary>
/// <param name="Subject">What; one firing is open for each.</param>
/// <param name="Since">Since when.</param>
/// <param name="IsSinceSure">False when a restart may have forgotten the true beginning: then another beginning is not another cause.</param>
/// <param name="Row">The callout; null when it is about the console as a whole.</param>
public sealed record Cause(string Subject, DateTimeOffset Since, bool IsSinceSure, BoardRow? Row = null);
