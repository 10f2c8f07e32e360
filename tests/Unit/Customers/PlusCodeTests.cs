using AuraConsole.Web.Components.Map;

namespace AuraConsole.Unit.Customers;

public sealed class PlusCodeTests
{
    // from the published test data of Open Location Code (decoding.csv): the middles of the cells
    [Theory]
    [InlineData("7FG49Q00+", 20.375, 2.775)]
    [InlineData("7FG49QCJ+2V", 20.3700625, 2.7821875)]
    [InlineData("7FG49QCJ+2VX", 20.3701125, 2.782234375)]
    [InlineData("8FVC2222+22", 47.0000625, 8.0000625)]
    [InlineData("4VCPPQGP+Q9", -41.2730625, 174.7859375)]
    [InlineData("62G20000+", 0.5, -179.5)]
    [InlineData("22220000+", -89.5, -179.5)]
    [InlineData("7fg49qcj+2v", 20.3700625, 2.7821875)]
    public void Full_Read_IsTheMiddleOfItsCell(string code, double latitude, double longitude)
    {
        Assert.Equal(PlusCodeFault.None, PlusCode.Read(code, out var middle, out var radius));

        Assert.Equal(latitude, middle.Latitude, 0.0000005);
        Assert.Equal(longitude, middle.Longitude, 0.0000005);
        Assert.True(radius > 0);
    }

    [Theory]
    [InlineData("WC2345+G6")]
    [InlineData("9QCJ+2V")]
    [InlineData("CJ+2V")]
    [InlineData("+2V")]
    public void Short_Read_IsRefusedAsShort(string code) => Assert.Equal(PlusCodeFault.Short, PlusCode.Read(code, out _, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("Cape Town")]
    [InlineData("8FWC2345+G")]
    [InlineData("8FWC2_45+G6")]
    [InlineData("8FWC2345+G6+")]
    [InlineData("8FWC2345G6")]
    [InlineData("8FWCX400+A1")]
    [InlineData("80W20000+")]
    [InlineData("0FWC0000+")]
    [InlineData("XX000000+")]
    public void NoCode_Read_IsInvalid(string? code) => Assert.Equal(PlusCodeFault.Invalid, PlusCode.Read(code, out _, out _));

    [Fact]
    public void TenDigits_Read_TellTheRadiusInMetres()
    {
        PlusCode.Read("8FVC2222+22", out _, out var radius);

        Assert.InRange(radius, 7, 12);
    }
}
