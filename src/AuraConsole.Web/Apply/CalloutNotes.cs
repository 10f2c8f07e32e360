using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Apply;

/// <summary>What operators write down about a callout. Nothing of it is sent to AURA.</summary>
public sealed class CalloutNotes(CalloutWriter writer)
{
    /// <summary>Longest note; longer ones are refused rather than cut short.</summary>
    public const int TextLength = Entry.DetailLength;

    /// <summary>Adds a note to a callout, also to a closed one. False when there is no such callout.</summary>
    /// <exception cref="ArgumentException">The text is blank or too long.</exception>
    public Task<bool> AddAsync(long calloutId, string text, Operator by, CancellationToken cancellationToken)
    {
        var note = Checked(text);
        return writer.WriteAsync(by, async session =>
        {
            if (await session.FindAsync(calloutId) is not { } callout)
                return false;
            session.Note(callout, new Entry { At = session.Now, Source = EntrySource.Operator, Kind = EntryKind.Note, By = by.Name, Detail = note });
            return true;
        }, cancellationToken);
    }

    /// <summary>The text as it is kept.</summary>
    /// <exception cref="ArgumentException">The text is blank or too long.</exception>
    private static string Checked(string text)
    {
        var note = text.Trim();
        if (note.Length is 0 or > TextLength)
            throw new ArgumentException($"A note has 1 to {TextLength} characters.", nameof(text));
        return note;
    }
}
