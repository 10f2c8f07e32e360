namespace AuraConsole.Web.Data.Identity;

/// <summary>What of the portfolio somebody may see: everything, or certain groups.</summary>
/// <param name="IsLimited">False: everything.</param>
/// <param name="Groups">The groups, where limited.</param>
/// <param name="WithUngrouped">Whether also what belongs to no group: sites without one, customers, callouts of unknown sites.</param>
public sealed record Scope(bool IsLimited, IReadOnlySet<int> Groups, bool WithUngrouped)
{
    public static readonly Scope Everything = new(false, new HashSet<int>(), true);

    public static readonly Scope Nothing = new(true, new HashSet<int>(), false);

    /// <summary>Whether something of that group may be seen; null for what belongs to none.</summary>
    public bool Covers(int? groupId) => !IsLimited || (groupId is { } id ? Groups.Contains(id) : WithUngrouped);
}
