using AuraConsole.Web.Components.Controls;
using Bunit;

namespace AuraConsole.Unit.Components;

public sealed class ClockControlsTests : BunitContext
{
    private const string Iso = "2026-11-21T01:14:27.123Z";
    private static readonly DateTimeOffset At = new(2026, 11, 21, 3, 14, 27, 123, TimeSpan.FromHours(2));

    [Theory]
    [InlineData(false, "time")]
    [InlineData(true, "datetime")]
    public void LocalTime_Instant_IsUtcForTheBrowserAndOtherwiseEmpty(bool withDate, string format)
    {
        var time = Render<LocalTime>(parameters => parameters.Add(t => t.At, At).Add(t => t.WithDate, withDate)).Find("time");

        Assert.Equal(Iso, time.GetAttribute("datetime"));
        Assert.Equal(Iso, time.GetAttribute("data-local"));
        Assert.Equal(format, time.GetAttribute("data-format"));
        Assert.Equal("", time.TextContent);
    }

    [Theory]
    [InlineData(false, "data-since", "data-ago")]
    [InlineData(true, "data-ago", "data-since")]
    public void Since_Instant_IsMarkedForTheTickerAndOtherwiseEmpty(bool ago, string expected, string absent)
    {
        var since = Render<Since>(parameters => parameters.Add(s => s.At, At).Add(s => s.Ago, ago)).Find("span");

        Assert.Equal(Iso, since.GetAttribute(expected));
        Assert.Null(since.GetAttribute(absent));
        Assert.Equal("", since.TextContent);
    }
}
