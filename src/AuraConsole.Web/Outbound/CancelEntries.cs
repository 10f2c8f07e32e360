using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Outbound;

/// <summary>The lines that a cancel leaves in its callout's timeline.</summary>
internal static class CancelEntries
{
    public static Entry Asked(Command cancel) => Line(cancel, EntryKind.CancelAsked, EntrySource.Operator, cancel.AskedAt, cancel.Reason);

    public static async Task NoteAsync(CalloutSession session, Command cancel, EntryKind kind, string? detail)
    {
        if (cancel.CalloutAuraId is { } calloutId && await session.FindAsync(calloutId) is { } callout)
            session.Note(callout, Line(cancel, kind, EntrySource.Console, session.Now, detail));
    }

    private static Entry Line(Command cancel, EntryKind kind, EntrySource source, DateTimeOffset at, string? detail) =>
        new() { At = at, Source = source, Kind = kind, By = cancel.AskedByName, Detail = detail, CommandId = cancel.Id };
}
