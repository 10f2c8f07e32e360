using AuraConsole.Unit.Support;
using AuraConsole.Web.Components.Map;
using AuraConsole.Web.Hosting.Security;

namespace AuraConsole.Unit.Maps;

public sealed class MapOptionsTests
{
    private const string Tiles = "https://tiles.example:8443/v1/{z}/{x}/{y}.png";

    [Fact]
    public void Options_Default_AskForNoTiles()
    {
        Assert.Empty(Faults(new MapOptions()));
        Assert.Null(new MapOptions().TileOrigin);
    }

    [Theory]
    [InlineData(Tiles, true)]
    [InlineData("http://127.0.0.1:9000/{z}/{x}/{y}.png", true)]
    [InlineData("http://tiles.example/{z}/{x}/{y}.png", false)]
    [InlineData("https://user:word@tiles.example/{z}/{x}/{y}.png", false)]
    [InlineData("https://{s}.tiles.example/{z}/{x}/{y}.png", false)]
    [InlineData("https://*/{z}/{x}/{y}.png", false)]
    [InlineData("https://tiles.example;script-src/{z}/{x}/{y}.png", false)]
    [InlineData("https://tiles.example/{z}/{x}.png", false)]
    [InlineData("/tiles/{z}/{x}/{y}.png", false)]
    [InlineData("data:image/png,{z}{x}{y}", false)]
    public void TileUrl_IsOfOneSafeHost(string url, bool isFine) =>
        Assert.Equal(isFine, Faults(new MapOptions { TileUrl = url, Attribution = "Tiles" }).Count == 0);

    [Fact]
    public void Options_EverythingWrong_NamesEveryKey()
    {
        var faults = Faults(new MapOptions { TileUrl = "ftp://x", AttributionUrl = new Uri("http://elsewhere.example") });

        Assert.Equal(["Map:TileUrl", "Map:TileUrl", "Map:Attribution", "Map:AttributionUrl"], faults.Select(fault => fault.Split(' ')[0].TrimEnd(':')));
    }

    [Fact]
    public async Task Policy_WithTiles_GainsExactlyTheirHostForPictures()
    {
        await using var console = new ConsoleFactory { Settings = { ["Map:TileUrl"] = Tiles, ["Map:Attribution"] = "Tiles" } };

        var answer = await console.CreateBrowser().GetAsync("/account/login");

        var before = SecurityHeaders.ContentSecurityPolicy.Split("; ");
        var after = Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split("; ");
        Assert.Equal(["img-src 'self' data: https://tiles.example:8443"], after.Except(before));
        Assert.Equal(before.Length, after.Length);
    }

    private static IReadOnlyList<string> Faults(MapOptions options) => [.. new MapOptionsValidator().Validate(null, options).Failures ?? []];
}
