using AuraConsole.Unit.BoardPages;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Components.Callouts.Timeline;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Board;
using AuraConsole.Web.Live;
using AuraConsole.Web.Outbound;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Scoping;

/// <summary>Somebody limited to the group Coastal: nothing of the group Inland is shown, found or changed.</summary>
public sealed class LimitedPersonTests : ConsoleComponentTest
{
    private const long Coastal = 1;
    private const long Inland = 2;
    private const long Ungrouped = 3;

    private static readonly Operator Me = new(UserId, UserName);

    private readonly Dictionary<long, int?> _groups = [];

    [Fact]
    public async Task Board_Limited_ShowsOnlyItsGroups()
    {
        await BeginAsync(withUngrouped: false);

        var page = Render<BoardPage>();

        Assert.Equal(["1"], Shown(page));
        Assert.Equal("All1", page.Find("[data-tab=All]").TextContent);
    }

    [Fact]
    public async Task Board_WithUngrouped_ShowsWhatBelongsToNobody()
    {
        await BeginAsync(withUngrouped: true);

        Assert.Equal(["1", "3"], Shown(Render<BoardPage>()).Order());
    }

    [Fact]
    public async Task Board_OpenWhenTheLimitIsSet_LosesTheRowsAtOnce()
    {
        await BeginAsync(withUngrouped: false, isLimited: false);
        var page = Render<BoardPage>();
        Assert.Equal(3, Shown(page).Count());

        await LimitAsync(withUngrouped: false);

        page.WaitForAssertion(() => Assert.Equal(["1"], Shown(page)), Patience);
    }

    [Fact]
    public async Task Change_OfACalloutOfAnotherGroup_FindsNothing()
    {
        await BeginAsync(withUngrouped: false);
        var (claims, notes) = (Services.GetRequiredService<CalloutClaims>(), Services.GetRequiredService<CalloutNotes>());

        Assert.False((await claims.ClaimAsync(Inland, Me, default)).IsOurs);
        Assert.False(await notes.AddAsync(Inland, "Seen?", Me, default));
        Assert.False(await notes.AddAsync(Ungrouped, "Seen?", Me, default));
        Assert.True((await claims.ClaimAsync(Coastal, Me, default)).IsOurs);

        await using var db = Database();
        Assert.Null((await db.Callouts.SingleAsync(callout => callout.AuraId == Inland)).OwnerId);
        Assert.False(await db.Entries.AnyAsync(entry => entry.Kind == EntryKind.Note));
    }

    [Fact]
    public async Task Cancel_OfACalloutOfAnotherGroup_IsNotRecorded()
    {
        await BeginAsync(withUngrouped: false);
        var commands = Services.GetRequiredService<CalloutCommands>();

        await Assert.ThrowsAsync<ArgumentException>(() => commands.CancelAsync(new CancelRequest(Guid.NewGuid(), Inland, "Not ours"), Me, default));

        await using var db = Database();
        Assert.False(await db.Commands.AnyAsync());
    }

    [Fact]
    public async Task Raise_ForASiteOfAnotherGroup_DoesNotLeave()
    {
        await BeginAsync(withUngrouped: false);
        await using var db = Database();
        var site = await db.Sites.SingleAsync(one => one.AuraId == 1000 + Inland);

        var view = await Services.GetRequiredService<CalloutCommands>().RaiseAsync(new RaiseRequest { CommandId = Guid.NewGuid(), SiteId = site.Id }, Me, default);

        Assert.Equal((CommandState.NotSent, CommandNote.SiteDeleted), (view.State, view.Note));
        Assert.Null(view.SiteName);
    }

    [Fact]
    public async Task Read_OfACalloutOfAnotherGroup_FindsNothing()
    {
        await BeginAsync(withUngrouped: false);
        var (reader, scope) = (Services.GetRequiredService<CalloutReader>(), Services.GetRequiredService<Scopes>().Of(Me));

        Assert.Null(await reader.ReadAsync(Inland, TimelineFilter.All, scope, default));
        Assert.NotNull(await reader.ReadAsync(Coastal, TimelineFilter.All, scope, default));
    }

    private static IEnumerable<string?> Shown(IRenderedComponent<BoardPage> page) => page.FindAll("[data-callout-id]").Select(row => row.GetAttribute("data-callout-id"));

    private async Task BeginAsync(bool withUngrouped, bool isLimited = true)
    {
        await using (var db = Database())
        {
            var coastal = new SiteGroup { Name = "Coastal" };
            var inland = new SiteGroup { Name = "Inland" };
            db.SiteGroups.AddRange(coastal, inland);
            db.Users.Add(new ConsoleUser { Id = UserId, UserName = "limited@demo.local", DisplayName = UserName });
            await db.SaveChangesAsync();
            (_groups[Coastal], _groups[Inland], _groups[Ungrouped]) = (coastal.Id, inland.Id, null);
            foreach (var (id, group) in _groups)
            {
                var site = new Site { AuraId = 1000 + id, Reference = $"REF-{id}", Name = $"Site {id}", GroupId = group };
                db.Callouts.Add(new Callout { AuraId = id, Site = site, SiteName = site.Name, SiteGroupId = group, FirstSeenAt = Rows.Start, StageSince = Rows.Start, Version = 1 });
            }
            await db.SaveChangesAsync();
        }
        if (isLimited)
            await LimitAsync(withUngrouped);
        Publish([.. _groups.Select(one => Rows.Of(one.Key) with { SiteGroupId = one.Value })]);
    }

    private async Task LimitAsync(bool withUngrouped)
    {
        await using (var db = Database())
        {
            var me = await db.Users.SingleAsync(user => user.Id == UserId);
            (me.IsLimited, me.SeesUngrouped) = (true, withUngrouped);
            db.ScopedGroups.Add(new ScopedGroup { UserId = UserId, GroupId = _groups[Coastal]!.Value });
            await db.SaveChangesAsync();
        }
        Time.Advance(TimeSpan.FromSeconds(1));
        await Services.GetRequiredService<Scopes>().LoadAsync(default);
    }
}
