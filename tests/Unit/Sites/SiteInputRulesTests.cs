using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites;
using AuraConsole.Web.Features.Sites.Pages;
using AuraConsole.Web.Resources;

namespace AuraConsole.Unit.Sites;

public sealed class SiteInputRulesTests
{
    private static readonly SiteType[] Types = [new() { Id = 3, Name = "Business" }];

    [Theory]
    [InlineData("-26.1452", -26.1452)]
    [InlineData(" -26,1452 ", -26.1452)]
    [InlineData("−26.1452", -26.1452)]
    [InlineData("90", 90.0)]
    [InlineData("26.1S", null)]
    [InlineData("1,234.5", null)]
    [InlineData("NaN", null)]
    [InlineData("1e1", null)]
    [InlineData("", null)]
    public void Degrees_AsTyped_ReadOrRefused(string typed, double? degrees) => Assert.Equal(degrees, SiteInputRules.Degrees(typed));

    [Fact]
    public void Check_GoodInput_HasNothingToSay() => Assert.Empty(SiteInputRules.Check(Good(), isNew: true, Types));

    [Fact]
    public void Check_EmptyInput_NamesEachNeededFieldInOrder() => Assert.Equal(
        [nameof(SiteInput.Reference), nameof(SiteInput.Name), nameof(SiteInput.Latitude), nameof(SiteInput.Longitude)],
        SiteInputRules.Check(new SiteInput(), isNew: true, Types).Select(fault => fault.Field));

    [Theory]
    [InlineData(" depot", false)]
    [InlineData("depot\t", false)]
    [InlineData("de\npot", false)]
    [InlineData("de pot/7", true)]
    public void Check_Reference_BlanksAndControls(string reference, bool isGood)
    {
        var input = Good();
        input.Reference = reference;

        Assert.Equal(isGood, !SiteInputRules.Check(input, isNew: true, Types).Any());
        Assert.Empty(SiteInputRules.Check(input, isNew: false, Types));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Check_Reference_Length(int length, bool isGood)
    {
        var input = Good();
        input.Reference = new string('r', length);

        Assert.Equal(isGood, !SiteInputRules.Check(input, isNew: true, Types).Any());
    }

    [Theory]
    [InlineData("90.01", "28", nameof(SiteInput.Latitude))]
    [InlineData("-26", "-180.5", nameof(SiteInput.Longitude))]
    [InlineData("north", "28", nameof(SiteInput.Latitude))]
    public void Check_CoordinatesOutOfRange_AreRefused(string latitude, string longitude, string field)
    {
        var input = Good();
        (input.Latitude, input.Longitude) = (latitude, longitude);

        Assert.Equal(field, Assert.Single(SiteInputRules.Check(input, isNew: true, Types)).Field);
    }

    [Fact]
    public void Check_UnknownType_IsRefused()
    {
        var input = Good();
        input.Type = "99";

        Assert.Equal(SitesText.BadType, Assert.Single(SiteInputRules.Check(input, isNew: true, Types)).Sentence);
    }

    [Fact]
    public void Check_LongInformation_IsRefused()
    {
        var input = Good();
        input.Information = new string('i', Site.InformationLength + 1);

        Assert.Equal(nameof(SiteInput.Information), Assert.Single(SiteInputRules.Check(input, isNew: true, Types)).Field);
    }

    [Theory]
    [InlineData("///limit.broom.flip", false)]
    [InlineData("limit.broom.flip", false)]
    [InlineData("", false)]
    [InlineData("limit broom", true)]
    public void IsOddW3w_AsTyped_WondersOnly(string typed, bool isOdd)
    {
        var input = Good();
        input.W3w = typed;

        Assert.Equal(isOdd, SiteInputRules.IsOddW3w(input));
        Assert.Empty(SiteInputRules.Check(input, isNew: true, Types));
    }

    private static SiteInput Good() => new() { Reference = "depot", Name = "Depot", Latitude = "-26.1", Longitude = "28", Type = "3" };
}
