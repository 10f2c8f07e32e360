using System.Security.Claims;
using AuraConsole.Unit.Apply;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.SiteCare;
using AuraConsole.Web.SiteCare.Dossiers;
using AuraConsole.Web.SiteCare.Plans;
using AuraConsole.Web.SiteCare.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Care;

/// <summary>The spine with dossiers, plans and tests, and one site that callouts come for.</summary>
internal sealed class CareHouse : IAsyncDisposable
{
    public const long Callout = 7;
    private const long SiteAuraId = 501;

    public static readonly ClaimsPrincipal Admin = User("admin-1", "Lerato", Roles.Admin);
    public static readonly ClaimsPrincipal Thandi = User("user-1", "Thandi", Roles.Dispatcher);
    public static readonly ClaimsPrincipal Sipho = User("user-2", "Sipho", Roles.Dispatcher);

    private CareHouse(Spine spine, int siteId) => (Spine, SiteId) = (spine, siteId);

    public Spine Spine { get; }

    public int SiteId { get; }

    public DossierDesk Dossiers => Get<DossierDesk>();

    public PlanDesk Plans => Get<PlanDesk>();

    public CalloutPlans CalloutPlans => Get<CalloutPlans>();

    public TestDesk Tests => Get<TestDesk>();

    public static async Task<CareHouse> StartAsync(Dictionary<string, string?>? settings = null)
    {
        var spine = await Spine.StartAsync(more: services => services.AddSiteCare(), settings: settings);
        return new CareHouse(spine, await Given.SiteAsync(spine, SiteAuraId, "Harbour Depot", "depot"));
    }

    public T Get<T>()
        where T : notnull => Spine.Services.GetRequiredService<T>();

    /// <summary>A callout of the site comes.</summary>
    public Task ArriveAsync(long id = Callout, DateTimeOffset? at = null) => Spine.HappenAsync(Bodies.Rich(Bodies.Created, id, "New"), at);

    public async Task<int> StepsAsync(int seen, params (string Text, bool IsCompulsory)[] steps) =>
        (await Plans.SaveAsync(PlanOwner.Site(SiteId), seen, [.. steps.Select(step => new StepEdit(step.Text, step.IsCompulsory))], Admin, CancellationToken.None)).Now!.Number;

    public async Task<DossierView> DossierAsync(DossierEdit edit)
    {
        var seen = (await Dossiers.FindAsync(SiteId, Admin, CancellationToken.None))!.Version;
        Assert.True((await Dossiers.SaveAsync(SiteId, seen, edit, Admin, CancellationToken.None)).IsDone);
        return (await Dossiers.FindAsync(SiteId, Admin, CancellationToken.None))!;
    }

    public async Task<CalloutStep> StepAsync(int index) => (await CalloutPlans.FindAsync(Callout, Thandi, CancellationToken.None))!.Steps[index];

    public Task<IReadOnlyList<AuditRecord>> AuditAsync() => Get<AuditLog>().AboutAsync($"site:{SiteId}", 50, CancellationToken.None);

    public Task<Site> SiteAsync() => Spine.ReadAsync(db => db.Sites.AsNoTracking().SingleAsync(site => site.Id == SiteId));

    /// <summary>Puts the site into a group that this user may not see.</summary>
    public async Task HideFromAsync(ClaimsPrincipal user)
    {
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier)!;
        await Spine.ReadAsync(async db =>
        {
            var group = new SiteGroup { Name = "Coast" };
            db.Users.Add(new ConsoleUser { Id = id, UserName = id, IsLimited = true });
            db.SiteGroups.Add(group);
            await db.SaveChangesAsync();
            await db.Sites.ExecuteUpdateAsync(change => change.SetProperty(site => site.GroupId, group.Id));
            return 0;
        });
        await Get<Scopes>().LoadAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Spine.DisposeAsync();

    private static ClaimsPrincipal User(string id, string name, string role) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, id), new Claim("auraconsole:display_name", name), new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, role)], "test"));
}
