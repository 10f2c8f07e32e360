using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Features.Sites.Importing;
using AuraConsole.Web.Features.Sites.Importing.Diffing;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using AuraConsole.Web.Features.Sites.Importing.Reading;

namespace AuraConsole.Unit.Importing;

public sealed class DiffTests
{
    private static readonly HashSet<ImportField> All = [.. Enum.GetValues<ImportField>()];

    [Fact]
    public void Compare_EveryKind_IsTold()
    {
        var differences = PortfolioDiff.Compare(
            [Site("new"), Site("same"), Site("named") with { Name = "New name" }, Site("moved") with { Latitude = -26.101 }],
            [Told(1, "same"), Told(2, "named"), Told(3, "moved"), Told(4, "gone"), Told(5, "dead") with { Deleted = true }],
            All);

        Assert.Equal((1, 1, 1, 1, 1, 4), (differences.Added, differences.Changed, differences.Moved, differences.Unchanged, differences.Removed, differences.SitesBefore));
        Assert.Equal(
            [("new", DiffKind.Added), ("named", DiffKind.Changed), ("moved", DiffKind.Moved), ("gone", DiffKind.Removed)],
            differences.Items.Select(item => (item.Reference, item.Kind)));
        Assert.Equal(new FieldChange(ImportField.Name, "Site", "New name"), Assert.Single(differences.Items[1].Changes));
        // a thousandth of a degree of latitude
        Assert.InRange(differences.Items[2].Metres!.Value, 111.1, 111.3);
    }

    [Fact]
    public void Compare_MembersWithoutAColumn_StayAsAuraHasThem()
    {
        var differences = PortfolioDiff.Compare(
            [Site("a") with { Name = "New", Address = null, TypeId = null }],
            [Told(1, "a") with { Address = "9 Dock Road", TypeId = 3 }],
            new HashSet<ImportField> { ImportField.Reference, ImportField.Latitude, ImportField.Longitude, ImportField.Name });

        var item = Assert.Single(differences.Items);
        Assert.Equal(ImportField.Name, Assert.Single(item.Changes).Field);
        Assert.Equal(("9 Dock Road", 3), (item.Wanted!.Address, item.Wanted.TypeId));
    }

    [Fact]
    public void Compare_AnEmptyCell_EmptiesTheMember()
    {
        var differences = PortfolioDiff.Compare([Site("a") with { Name = null }], [Told(1, "a")], All);

        Assert.Equal(new FieldChange(ImportField.Name, "Site", null), Assert.Single(Assert.Single(differences.Items).Changes));
    }

    [Fact]
    public void Compare_ASiteWithoutAReference_CountsAsRemoved()
    {
        var differences = PortfolioDiff.Compare([Site("a")], [Told(1, "a"), Told(2, "")], All);

        Assert.Equal((1, 2), (differences.Removed, differences.SitesBefore));
    }

    [Theory]
    [InlineData(-33.90510, 18.42010, -26.20410, 28.04730, 1_262_000, 5_000)]
    [InlineData(0, 179.999, 0, -179.999, 222.4, 0.1)]
    [InlineData(-26.1, 28, -26.1, 28, 0, 0.001)]
    public void Metres_BetweenTwoPlaces_AreThoseOfTheGreatCircle(double latitude, double longitude, double toLatitude, double toLongitude, double metres, double within) =>
        Assert.InRange(GreatCircle.Metres(latitude, longitude, toLatitude, toLongitude), metres - within, metres + within);

    [Theory]
    [InlineData(0, 100, false)]
    [InlineData(2, 100, false)]
    [InlineData(3, 100, true)]
    [InlineData(5, 1000, false)]
    [InlineData(6, 1000, true)]
    [InlineData(1, 8, true)]
    public void Guard_AboveEitherLimit_Stops(int removals, int before, bool stops) =>
        Assert.Equal(stops, RemovalGuard.Stops(removals, before, new FullSyncGuardOptions()));

    private static ImportedSite Site(string reference) => new() { Line = 2, Reference = reference, Name = "Site", Latitude = -26.1, Longitude = 28 };

    private static AuraSite Told(long id, string reference) => new() { Id = id, Reference = reference, Name = "Site", Latitude = -26.1, Longitude = 28 };
}
