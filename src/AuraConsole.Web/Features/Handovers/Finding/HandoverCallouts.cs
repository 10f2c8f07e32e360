using System.Globalization;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Clocks;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Handovers.Finding;

/// <summary>The active callouts of a board as lines of a handover. Pure.</summary>
public static class HandoverCallouts
{
    public static IEnumerable<HandoverItem> Of(OrderedBoard board, DateTimeOffset now) =>
        board.Active.Select(row => Of(row, board.ClockOf(row.Id)?.At(now) == ClockState.Breached));

    private static HandoverItem Of(BoardRow row, bool breached)
    {
        var number = row.Id.ToString(CultureInfo.InvariantCulture);
        // a line of a handover is never erased: of a customer's callout it tells the number, and the callout itself tells whose it is
        var isCustomers = row.CustomerAuraId is not null || (row.SiteId is null && row.Reference is null);
        return new HandoverItem
        {
            Kind = KindOf(row, breached),
            Subject = CalloutAudit.Subject(row.Id),
            Title = Text.Cut(isCustomers ? Say.With(HandoverText.CustomerCallout, number) : row.SiteName ?? row.Reference ?? Say.With(CalloutText.Callout, number), HandoverItem.TitleLength)!,
            Place = isCustomers ? row.ResponseType : Text.Cut(Say.Joined(row.Reference, row.Address, row.ResponseType), HandoverItem.PlaceLength),
            Stage = row.Stage,
            Since = row.StageSince,
            OwnerName = Text.Cut(row.OwnerName, Handover.NameLength),
            Detail = Text.Cut(Say.Joined(row.MissingAtAura ? HandoverText.MissingAtAura : null, row.OnTest ? TestingText.Tag : null, LastEntry(row, isCustomers)), HandoverItem.DetailLength),
            DetailAt = row.LastEntryAt,
            Address = $"/callouts/{number}",
            GroupId = row.SiteGroupId,
        };
    }

    private static HandoverKind KindOf(BoardRow row, bool breached) =>
        breached ? HandoverKind.Overdue
        : row.OwnerId is null || row.MissingAtAura ? HandoverKind.Parked
        : HandoverKind.Open;

    /// <summary>What somebody wrote may name the customer: then only what kind of entry it is.</summary>
    private static string? LastEntry(BoardRow row, bool isCustomers) => row.LastEntryKind is { } kind
        ? EntryText.Of(kind, row.LastEntryStage, isCustomers && kind != EntryKind.EventReceived ? null : row.LastEntryDetail)
        : null;
}
