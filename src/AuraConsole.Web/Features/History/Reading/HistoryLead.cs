using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Data.Configurations;

namespace AuraConsole.Web.Features.History.Reading;

/// <summary>What a filter asks about.</summary>
internal enum HistoryColumn
{
    None,
    Site,
    Customer,
    Stage,
    Outcome,
    Owner,
    Group,
    Type,
    Breach,
}

/// <summary>An index by the filter that it begins with.</summary>
/// <param name="Filter">None: by time alone.</param>
/// <param name="Index">Its name.</param>
/// <param name="IsCovering">Whether it holds the other filters' columns.</param>
internal sealed record HistoryLead(HistoryColumn Filter, string Index, bool IsCovering)
{
    public static readonly HistoryLead Time = new(HistoryColumn.None, HistoryIndexes.Time, true);

    private static readonly HistoryLead Site = new(HistoryColumn.Site, HistoryIndexes.Site, false);
    private static readonly HistoryLead Customer = new(HistoryColumn.Customer, HistoryIndexes.Customer, false);
    private static readonly HistoryLead Stage = new(HistoryColumn.Stage, HistoryIndexes.Stage, false);
    private static readonly HistoryLead Outcome = new(HistoryColumn.Outcome, HistoryIndexes.Outcome, true);
    private static readonly HistoryLead Owner = new(HistoryColumn.Owner, HistoryIndexes.Owner, true);
    private static readonly HistoryLead Group = new(HistoryColumn.Group, HistoryIndexes.Group, true);
    private static readonly HistoryLead Type = new(HistoryColumn.Type, HistoryIndexes.Type, true);
    private static readonly HistoryLead Breach = new(HistoryColumn.Breach, HistoryIndexes.Breach, true);

    /// <summary>
    /// The indexes that can serve a filter, the likely narrowest first. One for a site, a customer or an early stage: there are few such
    /// callouts. Closed is nearly every callout, and narrows nothing.
    /// </summary>
    public static IReadOnlyList<HistoryLead> For(HistoryFilter filter)
    {
        if (filter.Site is not null)
            return [Site];
        if (filter.Customer is not null)
            return [Customer];
        if (filter.Stage is { } stage && stage != CalloutStage.Closed)
            return [Stage];
        var leads = new List<HistoryLead>(5);
        if (filter.Outcome is not null)
            leads.Add(Outcome);
        if (filter.Owner is not null)
            leads.Add(Owner);
        if (filter.Group is not null)
            leads.Add(Group);
        if (filter.ResponseType is not null)
            leads.Add(Type);
        if (filter.IsBreached is not null)
            leads.Add(Breach);
        return leads.Count == 0 ? [Time] : leads;
    }
}
