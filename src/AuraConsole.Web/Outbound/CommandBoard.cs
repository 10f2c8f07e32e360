using System.Collections.Immutable;
using AuraConsole.Web.Live;

namespace AuraConsole.Web.Outbound;

/// <summary>Commands in memory: the open ones, and the last settled ones so that whoever asked sees the outcome.</summary>
public sealed class CommandBoard(TimeProvider time, ILogger<CommandBoard> logger)
{
    private const int MostSettled = 200;

    private ImmutableDictionary<Guid, CommandView> _all = ImmutableDictionary<Guid, CommandView>.Empty;

    public LiveFeed Feed { get; } = new(time, logger);

    /// <summary>Commands whose outcome is not settled, oldest first.</summary>
    public IReadOnlyList<CommandView> Open => [.. Volatile.Read(ref _all).Values.Where(c => c.IsOpen).OrderBy(c => c.AskedAt)];

    public CommandView? Find(Guid id) => Volatile.Read(ref _all).GetValueOrDefault(id);

    /// <summary>Shows a command as it was committed. A settled one never opens again, in whatever order its changes arrive.</summary>
    public void Publish(CommandView command)
    {
        if (ImmutableInterlocked.Update(ref _all, static (all, added) => With(all, added), command))
            Feed.Publish(command.CalloutId);
    }

    private static ImmutableDictionary<Guid, CommandView> With(ImmutableDictionary<Guid, CommandView> all, CommandView added) =>
        added.IsOpen && all.GetValueOrDefault(added.Id) is { IsOpen: false } ? all : Trim(all.SetItem(added.Id, added));

    private static ImmutableDictionary<Guid, CommandView> Trim(ImmutableDictionary<Guid, CommandView> all)
    {
        var settled = all.Values.Where(c => !c.IsOpen).OrderByDescending(c => c.SettledAt).Skip(MostSettled).Select(c => c.Id).ToList();
        return all.RemoveRange(settled);
    }
}
