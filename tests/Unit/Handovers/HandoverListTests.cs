using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.BoardPages;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live.Clocks;
using AuraConsole.Web.Outbound;

namespace AuraConsole.Unit.Handovers;

public sealed class HandoverListTests : IDisposable
{
    private readonly HandoverHouse _house = new();

    [Fact]
    public async Task List_CalloutsOfEveryKind_StandOnceUnderTheGravest()
    {
        await using (var db = _house.Database())
        {
            db.StageClockPresets.Add(new StageClockPreset { Name = "Ours", CompleteBreach = 60, IsDefault = true, Version = Guid.NewGuid() });
            await db.SaveChangesAsync();
        }
        await _house.Get<StageClocks>().LoadAsync(CancellationToken.None);
        _house.Publish(
            Rows.Of(1),
            Rows.Of(2, owner: "other"),
            Rows.Of(3, CalloutStage.OnScene, owner: "other") with { ArrivedAt = Rows.Start },
            Rows.Of(4, owner: "other") with { MissingAtAura = true });

        var items = await _house.ListAsync();

        Assert.Equal(
            [(HandoverKind.Overdue, "callout:3"), (HandoverKind.Parked, "callout:1"), (HandoverKind.Parked, "callout:4"), (HandoverKind.Open, "callout:2")],
            items.Select(item => (item.Kind, item.Subject)));
        Assert.Equal("P. Botha", items[3].OwnerName);
    }

    [Fact]
    public async Task List_CalloutOfACustomer_HoldsNoNameNoAddressAndNoWords()
    {
        _house.Publish(Rows.Of(5, owner: "other") with
        {
            SiteId = null,
            SiteName = null,
            Reference = null,
            CustomerAuraId = 9,
            CustomerName = "Lindiwe Ndlovu",
            Address = "1 Secret Lane",
            LastEntryKind = EntryKind.Note,
            LastEntryDetail = "Lindiwe is at the back door",
        });

        var item = Assert.Single(await _house.ListAsync());

        Assert.DoesNotContain("Lindiwe", $"{item.Title} {item.Place} {item.Detail}", StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", $"{item.Title} {item.Place} {item.Detail}", StringComparison.Ordinal);
        Assert.Contains("5", item.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhatWasMissed_IsThere()
    {
        var now = _house.Time.GetUtcNow();
        await using (var db = _house.Database())
        {
            db.SiteTests.Add(new SiteTest { SiteId = 1, StartedAt = now, EndsAt = now.AddHours(1), Reason = "New panel", ByName = "Thandi" });
            db.SiteDrifts.Add(new SiteDrift { AuraId = 1002, SiteId = 2, Reference = "PIER", GroupId = HandoverHouse.Coast, Kind = DriftKind.Moved, FoundAt = now });
            var patrol = new Patrol { FormId = Guid.NewGuid(), Name = "Night round", ServiceType = "guarding", TimeZoneId = "UTC", SiteId = 1, AskedByName = "Thandi" };
            patrol.Occurrences.Add(new PatrolOccurrence { Number = 1, StartsAt = now.AddHours(-2), EndsAt = now.AddHours(-1), State = OccurrenceState.Missed });
            patrol.Occurrences.Add(new PatrolOccurrence { Number = 2, StartsAt = now.AddHours(-4), EndsAt = now.AddHours(-3), State = OccurrenceState.Missed, AcknowledgedAt = now });
            db.Patrols.Add(patrol);
            await db.SaveChangesAsync();
        }
        _house.Get<Web.Live.UpstreamStatus>().SetAside(3);
        _house.Get<CommandBoard>().Publish(new CommandView { Id = Guid.NewGuid(), Kind = CommandKind.Raise, State = CommandState.Unknown, SiteName = "Pier", SiteGroupId = HandoverHouse.Coast, AskedBy = "Sipho", AskedAt = now });

        var items = await _house.ListAsync();

        Assert.Equal(
            [HandoverKind.UnknownCommand, HandoverKind.MissedPatrol, HandoverKind.OnTest, HandoverKind.SetAside, HandoverKind.Drift], items.Select(item => item.Kind));
    }

    [Fact]
    public async Task List_LimitedPerson_SeesOnlyTheOwnGroups()
    {
        await _house.LimitAsync(HandoverHouse.Sipho, withUngrouped: false, HandoverHouse.Coast);
        _house.Publish(Rows.Of(1), Rows.Of(2) with { SiteGroupId = HandoverHouse.Coast });
        _house.Get<Web.Live.UpstreamStatus>().SetAside(3);

        Assert.Equal(["callout:2"], (await _house.ListAsync(HandoverHouse.Sipho)).Select(item => item.Subject));
    }

    public void Dispose() => _house.Dispose();
}
