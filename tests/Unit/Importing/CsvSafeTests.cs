using AuraConsole.Web.Data;

namespace AuraConsole.Unit.Importing;

public sealed class CsvSafeTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData(" =1", "' =1")]
    public void Cell_OfAFormula_IsInert(string text, string inert) => Assert.Equal(inert, CsvSafe.Inert(text));

    [Theory]
    [InlineData("-26.1")]
    [InlineData("+27")]
    [InlineData("28.05")]
    [InlineData("Harbour Depot")]
    [InlineData("")]
    public void Cell_OfANumberOrAPlainText_IsLeftAlone(string text) => Assert.Equal(text, CsvSafe.Inert(text));

    [Fact]
    public void Line_WithDelimitersAndQuotes_IsQuoted() =>
        Assert.Equal("\"a,b\",\"say \"\"hi\"\"\",\"'=x\r\ny\",-26.1,\r\n", CsvSafe.Line("a,b", "say \"hi\"", "=x\r\ny", "-26.1", null));
}
