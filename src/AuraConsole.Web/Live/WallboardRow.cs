namespace AuraConsole.Web.Live;

/// <summary>
/// What a screen that no person stands behind is sent of a row. Named one by one: whatever the row gains later stays out until somebody
/// decides otherwise. No address, customer, owner, incident number or text of the timeline.
/// </summary>
internal static class WallboardRow
{
    public static BoardRow Of(BoardRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Stage = row.Stage,
        StageSince = row.StageSince,
        FirstSeenAt = row.FirstSeenAt,
        ClosedAt = row.ClosedAt,
        SiteName = row.SiteName,
        ResponseType = row.ResponseType,
        IsTest = row.IsTest,
        Urgency = row.Urgency,
        IsClaimed = row.IsClaimed,
        WarnsAt = row.WarnsAt,
        BreachesAt = row.BreachesAt,
        DispatchedAt = row.DispatchedAt,
        EtaMinutes = row.EtaMinutes,
        MissingAtAura = row.MissingAtAura,
    };
}
