using System.Security.Claims;
using AuraConsole.Unit.BoardPages;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Components.Palette;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Hosting.Security;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Palettes;

public sealed class PaletteSearchTests : IAsyncLifetime
{
    private static readonly ClaimsPrincipal Dispatcher = UserWith(Roles.Dispatcher);
    private static readonly ClaimsPrincipal Admin = UserWith(Roles.Admin);

    private Spine _spine = default!;

    public async Task InitializeAsync() => _spine = await Spine.StartAsync(more: static services =>
    {
        services.AddAuthorization(Policies.Add);
        services.AddSingleton<SiteSearch>();
        services.AddPalette();
        services.AddSingleton<IPaletteSource, BrokenSource>();
    });

    public async Task DisposeAsync() => await _spine.DisposeAsync();

    [Fact]
    public async Task Nothing_Typed_ShowsActionsFirstAndNoSites()
    {
        await AddSitesAsync(1);

        var found = await FindAsync("");

        Assert.Equal(PaletteGroup.Actions, found.Items[0].Group);
        Assert.DoesNotContain(found.Items, item => item.Group == PaletteGroup.Sites);
    }

    [Fact]
    public async Task Pages_ForAdmins_AreFoundByAdminsOnly()
    {
        var asDispatcher = await FindAsync("admin", Dispatcher);
        var asAdmin = await FindAsync("admin", Admin);

        Assert.DoesNotContain(asDispatcher.Items, item => item.Address == "/admin/connection");
        Assert.Contains(asAdmin.Items, item => item.Address == "/admin/connection");
    }

    [Fact]
    public async Task NoRole_FindsNoCalloutsAndNoSites()
    {
        await AddSitesAsync(1);
        _spine.Board.Publish([Rows.Of(1)]);

        var found = await FindAsync("site", UserWith());

        Assert.DoesNotContain(found.Items, item => item.Group is PaletteGroup.Callouts or PaletteGroup.Sites);
    }

    [Fact]
    public async Task Callouts_ActiveBeforeClosed_ExactNumberFirst()
    {
        _spine.Board.Publish([
            Rows.Of(7, AuraConsole.Integration.Lifecycle.CalloutStage.Closed), Rows.Of(8) with { SiteName = "Site 7 annex" }, Rows.Of(17) with { SiteName = "Mill" },
        ]);

        var found = (await FindAsync("7")).Items.Where(item => item.Group == PaletteGroup.Callouts).Select(item => item.Id);

        Assert.Equal(["17", "8", "7"], found);
    }

    [Fact]
    public async Task EachGroup_ManyMatches_IsBounded()
    {
        await AddSitesAsync(40);
        _spine.Board.Publish([.. Enumerable.Range(1, 40).Select(id => Rows.Of(id))]);

        var found = await FindAsync("site");

        Assert.Equal(PaletteSearch.MostOfAGroup, found.Items.Count(item => item.Group == PaletteGroup.Sites));
        Assert.Equal(PaletteSearch.MostOfAGroup, found.Items.Count(item => item.Group == PaletteGroup.Callouts));
        Assert.Equal(found.Items.OrderBy(item => item.Group).Select(item => item.Id), found.Items.Select(item => item.Id));
    }

    [Fact]
    public async Task SourceFails_OthersAnswerAndItIsSaid()
    {
        var found = await FindAsync(BrokenSource.Word + " key");
        var sound = await FindAsync("key");

        Assert.True(found.Incomplete);
        Assert.False(sound.Incomplete);
        Assert.NotEmpty(sound.Items);
    }

    [Theory]
    [InlineData("board", "Board", 0)]
    [InlineData("bo", "Board", 1)]
    [InlineData("ard", "Board", 2)]
    [InlineData("dock", "Board", 3)]
    [InlineData("dock zz", "Board", null)]
    public void Rank_Typed_PrefersTheTitlesBeginning(string typed, string title, int? expected) =>
        Assert.Equal(expected, PaletteRank.Of(typed, title, "1 Dock Street", null));

    private static ClaimsPrincipal UserWith(params string[] roles) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "u"), .. roles.Select(role => new Claim(ClaimTypes.Role, role))], "test"));

    private Task<PaletteFound> FindAsync(string text, ClaimsPrincipal? user = null) =>
        _spine.Services.GetRequiredService<PaletteSearch>().FindAsync(new PaletteQuery(text, user ?? Dispatcher), CancellationToken.None);

    private Task AddSitesAsync(int count) => _spine.ReadAsync(async db =>
    {
        db.Sites.AddRange(Enumerable.Range(1, count).Select(id => new Site { AuraId = id, Reference = $"S-{id}", Name = $"Site {id}" }));
        return await db.SaveChangesAsync();
    });

    private sealed class BrokenSource : IPaletteSource
    {
        public const string Word = "broken";

        public Task<IReadOnlyList<PaletteItem>> FindAsync(PaletteQuery query, CancellationToken cancellationToken) =>
            query.Text.StartsWith(Word, StringComparison.Ordinal) ? throw new InvalidOperationException("no customers today") : Task.FromResult<IReadOnlyList<PaletteItem>>([]);
    }
}
