using System.Security.Claims;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Groups;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Scoping;

/// <summary>Groups and limits in the real console, with its seeded people.</summary>
public sealed class GroupDeskTests(ConsoleFactory console) : IClassFixture<ConsoleFactory>
{
    private static readonly ClaimsPrincipal Admin = User(Roles.Admin);

    private GroupDesk Desk => console.Services.GetRequiredService<GroupDesk>();

    private UserScopes Limits => console.Services.GetRequiredService<UserScopes>();

    [Fact]
    public async Task Group_AddedRenamedRemoved_IsAudited()
    {
        Assert.Equal(GroupOutcome.Done, await Desk.AddAsync(" Harbour ", SiteGroupKind.Branch, Admin));
        var added = await FindAsync("Harbour");
        Assert.Equal(GroupOutcome.Done, await Desk.RenameAsync(added, "Docks", SiteGroupKind.Client, Admin));
        Assert.Equal(GroupOutcome.ChangedMeanwhile, await Desk.RenameAsync(added, "Quay", SiteGroupKind.Client, Admin));
        Assert.Equal(GroupOutcome.Done, await Desk.RemoveAsync(await FindAsync("Docks"), Admin));

        var records = await console.Services.GetRequiredService<AuditLog>().AboutAsync($"group:{added.Id}", 10, default);
        Assert.Equal(["group.removed", "group.changed", "group.added"], records.Select(record => record.Kind));
        Assert.Contains("Harbour, Branch → Docks, Client", records[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_WithTheNameOfAnother_IsRefusedWhateverTheCase()
    {
        await Desk.AddAsync("Twin", SiteGroupKind.Client, Admin);
        await Desk.AddAsync("Other twin", SiteGroupKind.Client, Admin);

        Assert.Equal(GroupOutcome.NameTaken, await Desk.AddAsync("TWIN", SiteGroupKind.Client, Admin));
        Assert.Equal(GroupOutcome.NameTaken, await Desk.RenameAsync(await FindAsync("Other twin"), "twin", SiteGroupKind.Client, Admin));
    }

    [Fact]
    public async Task Group_SomebodyIsLimitedTo_IsNotRemoved()
    {
        await Desk.AddAsync("Kept", SiteGroupKind.Client, Admin);
        var group = await FindAsync("Kept");
        var person = await PersonAsync("supervisor@demo.local");
        Assert.True(await Limits.SetAsync(person, new Scope(true, new HashSet<int> { group.Id }, false), Admin));

        Assert.Equal(GroupOutcome.InUse, await Desk.RemoveAsync(await FindAsync("Kept"), Admin));

        Assert.True(await Limits.SetAsync(await PersonAsync("supervisor@demo.local"), Scope.Everything, Admin));
        Assert.Equal(GroupOutcome.Done, await Desk.RemoveAsync(await FindAsync("Kept"), Admin));
    }

    [Fact]
    public async Task Limit_SetTwiceAtOnce_TheSecondIsTold()
    {
        await Desk.AddAsync("Race", SiteGroupKind.Client, Admin);
        var group = await FindAsync("Race");
        var seen = await PersonAsync("dispatcher@demo.local");
        var limited = new Scope(true, new HashSet<int> { group.Id }, true);

        Assert.True(await Limits.SetAsync(seen, limited, Admin));
        Assert.False(await Limits.SetAsync(seen, limited, Admin));

        var scopes = console.Services.GetRequiredService<Scopes>();
        var scope = scopes.Of(new Operator(seen.Id, seen.Name));
        Assert.Equal((true, true, false), (scope.IsLimited, scope.Covers(group.Id), scope.Covers(group.Id + 1)));
        Assert.Equal("user.scope", (await console.Services.GetRequiredService<AuditLog>().AboutAsync($"user:{seen.Id}", 1, default))[0].Kind);
        Assert.True(await Limits.SetAsync(await PersonAsync("dispatcher@demo.local"), Scope.Everything, Admin));
    }

    [Fact]
    public async Task Limit_OfAnAdmin_IsRefused() =>
        Assert.False(await Limits.SetAsync(await PersonAsync("admin@demo.local"), new Scope(true, new HashSet<int>(), true), Admin));

    [Fact]
    public async Task Change_ByASupervisor_IsRefused()
    {
        var supervisor = User(Roles.Supervisor);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk.AddAsync("Mine", SiteGroupKind.Client, supervisor));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(async () => await Limits.SetAsync(await PersonAsync("dispatcher@demo.local"), Scope.Everything, supervisor));
    }

    [Theory]
    [InlineData("dispatcher", System.Net.HttpStatusCode.Redirect)]
    [InlineData("supervisor", System.Net.HttpStatusCode.OK)]
    public async Task Export_NeedsASupervisor(string who, System.Net.HttpStatusCode expected)
    {
        var browser = console.CreateBrowser();
        await browser.SignInAsync($"{who}@demo.local");

        using var answer = await browser.GetAsync("/sites/export");

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Export_FormulaInAName_IsInert()
    {
        await using (var db = await console.Services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync())
        {
            db.Sites.Add(new Site { AuraId = 987_001, Reference = "@formula-1", Name = "=1+1", Latitude = -26.1, Longitude = 28 });
            await db.SaveChangesAsync();
        }
        var browser = console.CreateBrowser();
        await browser.SignInAsync("admin@demo.local");

        var file = await browser.GetStringAsync("/sites/export?q=formula-1");

        var line = Assert.Single(file.Split("\r\n"), one => one.Contains("formula-1", StringComparison.Ordinal));
        Assert.StartsWith("'=1+1,'@formula-1,,-26.1,28,", line, StringComparison.Ordinal);
        Assert.Equal("sites.exported", (await console.Services.GetRequiredService<AuditLog>().AboutAsync("sites", 1, default))[0].Kind);
    }

    private static ClaimsPrincipal User(string role) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, "u1"), new Claim(ClaimTypes.Name, "Thandi"), new Claim(ClaimTypes.Role, role)], "test"));

    private async Task<GroupLine> FindAsync(string name) => (await Desk.ListAsync(default)).Single(group => group.Name == name);

    private async Task<ScopedPerson> PersonAsync(string email) => (await Limits.ListAsync(default)).Single(person => person.Email == email);
}
