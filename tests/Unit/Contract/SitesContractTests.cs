using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Contract;

/// <summary>Sites one by one (api reference: fixed locations).</summary>
public sealed class SitesContractTests(BothHouses houses) : ContractTest(houses)
{
    [Theory, BothDialects]
    public async Task Create_EverythingTold_KeptAndAnswered(Dialect dialect)
    {
        var house = In(dialect);
        var details = Details(house) with { CustomerId = (await house.NewCustomerAsync()).Id };

        var site = await house.Aura.Sites.CreateAsync(details);

        var kept = house.Main.Site(site.Id)!;
        Assert.Equal(
            (details.Reference, details.Reference, details.Name, details.Address, details.AdditionalInformation, details.W3w),
            (kept.Reference, kept.Identifier, kept.Name, kept.Address, kept.AdditionalInformation, kept.W3w));
        Assert.Equal(("-33.9051", "18.4201", 3L, details.CustomerId), (kept.Latitude, kept.Longitude, kept.TypeId, kept.CustomerId));
        Assert.Equal(
            (details.Reference, -33.9051, 18.4201, details.CustomerId, "Harbour Depot"),
            (site.Reference, site.Latitude, site.Longitude, site.CustomerId, site.Name));
    }

    [Theory, BothDialects]
    public async Task Create_Status201_Taken(Dialect dialect)
    {
        await using var house = await House.StartAsync(dialect, static options => options.CreateStatus = 201);

        Assert.True((await house.NewSiteAsync()).Id > 0);
    }

    [Theory, BothDialects]
    public async Task Create_ReferenceTaken_409(Dialect dialect)
    {
        var site = await In(dialect).NewSiteAsync();

        await House.RefusedAsync(
            AuraErrorKind.Conflict, 409, () => In(dialect).Aura.Sites.CreateAsync(Details(In(dialect)) with { Reference = site.Reference }));
    }

    [Theory, BothDialects]
    public async Task Create_RequiredMemberMissing_400WithWords(Dialect dialect)
    {
        var (status, message) = await In(dialect).SendAsync("POST", "/panic-api/v2/predefinedLocations", """{"latitude":"-26"}""");

        Assert.Equal(400, status);
        Assert.Contains("externalReferenceId", message, StringComparison.Ordinal);
    }

    [Theory, BothDialects]
    public async Task GetAndList_ANewSite_AsItWasCreated(Dialect dialect)
    {
        var house = In(dialect);
        var site = await house.NewSiteAsync();

        var read = await house.Aura.Sites.GetAsync(site.Id);
        var listed = (await house.Aura.Sites.ListAsync()).Single(one => one.Id == site.Id);

        Assert.Equal((site.Reference, -26.1, 28.05), (read.Reference, read.Latitude, read.Longitude));
        Assert.Equal((site.Reference, -26.1, 28.05), (listed.Reference, listed.Latitude, listed.Longitude));
        Assert.Empty(await house.Foreign.Sites.ListAsync());
    }

    [Theory, BothDialects]
    public async Task List_InAnEnvelope_ReadAlike(Dialect dialect)
    {
        await using var house = await House.StartAsync(dialect, static options => options.WrapLists = true);

        Assert.Equal(house.Main.Sites.Select(site => site.Id), (await house.Aura.Sites.ListAsync()).Select(site => site.Id));
    }

    [Theory, BothDialects]
    public async Task Update_Everything_ReplacedAsAWhole(Dialect dialect)
    {
        var house = In(dialect);
        var site = await house.Aura.Sites.CreateAsync(Details(house));

        var updated = await house.Aura.Sites.UpdateAsync(
            site.Id, new SiteDetails { Reference = site.Reference + "-b", Latitude = 1.5, Longitude = 2.5, Name = "Moved" });

        var kept = house.Main.Site(site.Id)!;
        Assert.Equal((site.Reference + "-b", "Moved", 1.5), (updated.Reference, updated.Name, updated.Latitude));
        Assert.Equal((site.Reference + "-b", "Moved", "1.5", null, null), (kept.Reference, kept.Name, kept.Latitude, kept.Address, kept.W3w));
    }

    [Theory, BothDialects]
    public async Task Delete_Site_GoneAndNothingCanBeRaisedThere(Dialect dialect)
    {
        var house = In(dialect);
        var site = await house.NewSiteAsync();

        await house.Aura.Sites.DeleteAsync(site.Id);

        Assert.DoesNotContain(await house.Aura.Sites.ListAsync(), one => one.Id == site.Id);
        await House.RefusedAsync(AuraErrorKind.NotFound, 404, () => house.Aura.Sites.GetAsync(site.Id));
        await House.RefusedAsync(
            AuraErrorKind.Invalid, 400, () => house.Aura.Callouts.RaiseForSiteAsync(site.Reference, new RaiseForSite()));
    }

    private static SiteDetails Details(House house) => new()
    {
        Reference = house.Unique("Depot/ä 1"),
        Latitude = -33.9051,
        Longitude = 18.4201,
        Name = "Harbour Depot",
        Address = "9 Dock Road, Cape Town",
        AdditionalInformation = "Gate \"B\"",
        W3w = "filled.count.soap",
        TypeId = 3,
    };
}
