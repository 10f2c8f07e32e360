using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Outbound.Messages;

/// <summary>What an event of AURA's is to us. Pure.</summary>
internal static class MessageRules
{
    /// <summary>How far AURA's clock may be behind ours.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>
    /// True for words that somebody spoke. The list has lifecycle events, too (list-callout-events); those come by deliveries and readings.
    /// The older dialect names no type at all: there everything with words counts.
    /// </summary>
    public static bool IsSpoken(CalloutEvent told) =>
        !string.IsNullOrWhiteSpace(told.Text)
        && (told.SenderRole is not null || (told.TypeId is null && told.Type is null) || (told.Type is { } type && IsChat(type)));

    /// <summary>
    /// The message of ours that an event is, when its answer was lost or is still on its way: the oldest with the same words that had left
    /// by then.
    /// </summary>
    public static Entry? Ours(IEnumerable<Entry> open, CalloutEvent told) => open
        .Where(entry => entry.AuraEventId is null && entry.Detail == Kept(told.Text) && (told.CreatedAt ?? entry.At) >= entry.At - ClockSkew)
        .OrderBy(entry => entry.At).ThenBy(entry => entry.Id).FirstOrDefault();

    /// <summary>Who spoke, as far as AURA says.</summary>
    public static string? Speaker(CalloutEvent told)
    {
        var name = told.CreatedBy ?? told.IntegrationUser;
        return name is not null && told.SenderRole is { } role && !name.Contains(role, StringComparison.OrdinalIgnoreCase) ? $"{name} ({role})" : name ?? told.SenderRole;
    }

    public static string Kept(string? text) => Data.Text.Cut(text?.Trim(), Entry.DetailLength) ?? "";

    private static bool IsChat(string type) =>
        type.Contains("chat", StringComparison.OrdinalIgnoreCase) || type.Contains("message", StringComparison.OrdinalIgnoreCase);
}
