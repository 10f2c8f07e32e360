using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Sites.Importing.Applying;

/// <summary>How fast rows go at present, for the time that is left.</summary>
public sealed class ImportPace
{
    private const double Weight = 0.1;

    private double _seconds;

    public void Note(TimeSpan row)
    {
        var before = Volatile.Read(ref _seconds);
        Volatile.Write(ref _seconds, before == 0 ? row.TotalSeconds : before + ((row.TotalSeconds - before) * Weight));
    }

    /// <summary>Null while nothing is known.</summary>
    public TimeSpan? Left(ImportRun run) => Volatile.Read(ref _seconds) is > 0 and var seconds
        ? TimeSpan.FromSeconds(seconds * Math.Max(0, run.Total - run.Done - run.Failed))
        : null;
}
