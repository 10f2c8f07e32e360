using AuraConsole.Unit.BoardPages;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Components.Shell;
using AuraConsole.Web.Features.Alarm;
using AuraConsole.Web.Live;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Alarms;

public sealed class AlarmLampTests : ShellComponentTest
{
    [Theory]
    [InlineData("Blocked", "■", "Sound blocked")]
    [InlineData("Muted", "■", "Sound muted")]
    [InlineData("NoVolume", "■", "Sound volume is 0")]
    [InlineData("Failed", "■", "Sound output failed")]
    [InlineData("Armed", "▲", "Sound not tested this shift")]
    [InlineData("<nonsense>", "■", "Sound output failed")]
    [InlineData("99", "■", "Sound output failed")]
    public async Task Lamp_TheEngineSpeaks_SaysIt(string state, string shape, string words)
    {
        var lamp = await StartAsync();

        await SayAsync(lamp, state);

        Assert.Equal(shape, lamp.Find("button.lamp i").TextContent);
        Assert.Contains(words, lamp.Find("button.lamp").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lamp_TestHeard_IsArmedUntilItGrowsOld()
    {
        var lamp = await StartAsync();
        await SayAsync(lamp, "Armed");

        await lamp.InvokeAsync(() => Alarm.AnswerAsync(true));
        lamp.WaitForAssertion(() => Assert.Equal("Armed", Sound(lamp)), Patience);
        Time.Advance(TimeSpan.FromHours(12));

        lamp.WaitForAssertion(() => Assert.Equal("NotTested", Sound(lamp)), Patience);
        await using var db = Database();
        var test = await db.SoundTests.SingleAsync();
        Assert.Equal((UserId, UserName, Browser, true), (test.UserId, test.UserName, test.Browser, test.Heard));
    }

    [Fact]
    public async Task Lamp_TestNotHeard_IsRedAndDoesNotCount()
    {
        var lamp = await StartAsync();
        await SayAsync(lamp, "Armed");
        var before = Armed.ArmedCount;

        await lamp.InvokeAsync(() => Alarm.AnswerAsync(false));

        lamp.WaitForAssertion(() => Assert.Equal("NotHeard", Sound(lamp)), Patience);
        Assert.Equal((1, 0), (before, Armed.ArmedCount));
    }

    [Fact]
    public async Task Alarm_CalloutsComeAndGo_TheBrowserHearsOnlyChanges()
    {
        var lamp = await StartAsync();

        Publish(Of(1));
        lamp.WaitForAssertion(() => Assert.Equal("Security", Assert.Single(Sets())), Patience);
        Publish(Of(1) with { Stage = AuraConsole.Integration.Lifecycle.CalloutStage.Dispatched, Version = 2 });
        Publish(Rows.Of(2) with { Urgency = Urgency.Medical });
        await HeardAsync("Security", "Medical");
        Publish(Rows.Of(2, owner: "other", version: 2));

        await HeardAsync("Security", "Medical", "Security");
    }

    [Fact]
    public async Task Quiet_Pressed_SilencesUntilANewcomer()
    {
        var lamp = await StartAsync();
        Publish(Of(1));
        lamp.WaitForAssertion(() => Assert.Single(lamp.FindAll("[data-sounding]")), Patience);

        await lamp.Find("[aria-keyshortcuts=Q]").ClickAsync(new());
        lamp.WaitForAssertion(() => Assert.Equal("1", lamp.Find("[data-silenced]").GetAttribute("data-silenced")), Patience);
        Publish(Of(2));

        lamp.WaitForAssertion(() => Assert.Equal("Security", lamp.Find("[data-sounding]").GetAttribute("data-sounding")), Patience);
        lamp.WaitForAssertion(() => Assert.Equal(["Security", "None", "Security"], Sets()), Patience);
    }

    [Fact]
    public async Task News_OfACustomer_NamesNobody()
    {
        var lamp = await StartAsync();

        Publish(Rows.Of(5) with { SiteName = null, Reference = null, CustomerAuraId = 3, ResponseType = "Medical" });

        lamp.WaitForAssertion(() => Assert.Single(Sets()), Patience);
        var texts = (string[])Engine.Invocations["set"][0].Arguments[5]!;
        Assert.DoesNotContain(texts, text => text.Contains("Customer", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Volume_OutOfRange_IsBroughtIn()
    {
        var lamp = await StartAsync();

        await lamp.InvokeAsync(() => Alarm.SetVolumeAsync(900));
        await lamp.InvokeAsync(() => Alarm.MuteAsync(900));

        Assert.Equal(100, Engine.Invocations["volume"][0].Arguments[0]);
        Assert.Equal(AlarmConsole.MostMuteMinutes, Engine.Invocations["mute"][0].Arguments[0]);
    }

    [Fact]
    public async Task Lamp_Pressed_OpensTheSoundDialog()
    {
        var lamp = await StartAsync();

        await lamp.Find("button.lamp").ClickAsync(new());

        Assert.Equal(ShellDialog.Sound, Shell.Dialog);
    }

    [Fact]
    public async Task Lamp_Gone_NobodyListens()
    {
        await StartAsync();

        await DisposeComponentsAsync();

        Assert.Equal(0, Board.Feed.Subscribers);
    }

    private async Task<IRenderedComponent<AlarmLamp>> StartAsync()
    {
        var lamp = Render<AlarmLamp>();
        await lamp.WaitForAssertionAsync(() => Assert.Single(Engine.Invocations["start"]), Patience);
        await lamp.WaitForAssertionAsync(() => Assert.True(Board.Feed.Subscribers > 0 && Alarm.Volume == 60), Patience);
        return lamp;
    }

    private async Task SayAsync(IRenderedComponent<AlarmLamp> lamp, string state)
    {
        await lamp.InvokeAsync(() => Alarm.HandleSound(state, "granted"));
        await lamp.WaitForAssertionAsync(() => Assert.NotEqual("Starting", Sound(lamp)), Patience);
    }

    private static BoardRow Of(long id) => Rows.Of(id) with { Urgency = Urgency.Security };

    private static string? Sound(IRenderedComponent<AlarmLamp> lamp) => lamp.Find("button.lamp").GetAttribute("data-sound");

    private IEnumerable<object?> Sets() => Engine.Invocations["set"].Select(call => call.Arguments[0]);

    /// <summary>A change that comes while the one before is on its way waits for the clock.</summary>
    private Task HeardAsync(params string[] levels) => Until.TrueAsync(() =>
    {
        Time.Advance(LiveFeed.Interval);
        // where the calls are made: their list must not grow while it is read
        return Renderer.Dispatcher.InvokeAsync(() => Sets().SequenceEqual(levels));
    });
}
