using System.Linq.Expressions;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuraConsole.Web.Data.Configurations;

/// <summary>
/// The indexes that history walks, newest first. Each begins with what one filter asks for, goes on by time, and where many callouts
/// share a value it holds the other filters' columns too, so that a walk looks a callout up only once it fits.
/// </summary>
internal static class HistoryIndexes
{
    public const string Time = "IX_History_Time";
    public const string Group = "IX_History_Group";
    public const string Owner = "IX_History_Owner";
    public const string Type = "IX_History_Type";
    public const string Outcome = "IX_History_Outcome";
    public const string Breach = "IX_History_Breach";
    public const string Customer = "IX_History_Customer";
    public const string Stage = "IX_History_Stage";
    public const string Site = "IX_Callouts_SiteId_FirstSeenAt";

    public static void On(EntityTypeBuilder<Callout> callout)
    {
        Add(Time, c => new { c.FirstSeenAt, c.Id, c.SiteGroupId, c.OwnerId, c.ResponseType, c.Outcome, c.IsBreached });
        Add(Group, c => new { c.SiteGroupId, c.FirstSeenAt, c.Id, c.OwnerId, c.ResponseType, c.Outcome, c.IsBreached });
        Add(Owner, c => new { c.OwnerId, c.FirstSeenAt, c.Id, c.SiteGroupId, c.ResponseType, c.Outcome, c.IsBreached });
        Add(Type, c => new { c.ResponseType, c.FirstSeenAt, c.Id, c.SiteGroupId, c.OwnerId, c.Outcome, c.IsBreached });
        Add(Outcome, c => new { c.Outcome, c.FirstSeenAt, c.Id, c.SiteGroupId, c.OwnerId, c.ResponseType, c.IsBreached });
        Add(Breach, c => new { c.IsBreached, c.FirstSeenAt, c.Id, c.SiteGroupId, c.OwnerId, c.ResponseType, c.Outcome });
        // one site, one customer or one early stage has few enough callouts to look each up
        Add(Stage, c => new { c.Stage, c.FirstSeenAt });
        Add(Customer, c => new { c.CustomerAuraId, c.FirstSeenAt }).HasFilter("\"CustomerAuraId\" IS NOT NULL");

        IndexBuilder<Callout> Add(string name, Expression<Func<Callout, object?>> columns) => callout.HasIndex(columns).HasDatabaseName(name);
    }
}
