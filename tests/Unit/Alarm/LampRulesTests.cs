using AuraConsole.Web.Features.Alarm;

namespace AuraConsole.Unit.Alarms;

public sealed class LampRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Every = TimeSpan.FromHours(12);

    [Theory]
    [InlineData(SoundState.Starting, LampState.Starting)]
    [InlineData(SoundState.Armed, LampState.Armed)]
    [InlineData(SoundState.Blocked, LampState.Blocked)]
    [InlineData(SoundState.NoVolume, LampState.NoVolume)]
    [InlineData(SoundState.Muted, LampState.Muted)]
    [InlineData(SoundState.Failed, LampState.Failed)]
    [InlineData(SoundState.Unsupported, LampState.Unsupported)]
    public void Lamp_HeardTest_FollowsTheEngine(SoundState sound, LampState expected) =>
        Assert.Equal(expected, LampRules.Of(sound, new LastTest(Now, true), Now, Every));

    [Fact]
    public void Lamp_NeverTested_SaysSo() => Assert.Equal(LampState.NotTested, LampRules.Of(SoundState.Armed, null, Now, Every));

    [Theory]
    [InlineData(-1, LampState.Armed)]
    [InlineData(0, LampState.NotTested)]
    public void Lamp_TestGrowsOld_SaysSo(int seconds, LampState expected) =>
        Assert.Equal(expected, LampRules.Of(SoundState.Armed, new LastTest(Now - Every, true), Now.AddSeconds(seconds), Every));

    [Fact]
    public void Lamp_NotHeard_IsNotArmed()
    {
        var lamp = LampRules.Of(SoundState.Armed, new LastTest(Now, false), Now, Every);

        Assert.Equal(LampState.NotHeard, lamp);
        Assert.False(LampRules.IsArmed(lamp));
    }

    [Fact]
    public void Words_EachState_HasItsOwnWord() =>
        Assert.Equal(Enum.GetValues<LampState>().Length, Enum.GetValues<LampState>().Select(AlarmWords.Of).Distinct().Count());

    [Theory]
    [InlineData(LampState.Armed, "●", null)]
    [InlineData(LampState.NotTested, "▲", "warn")]
    [InlineData(LampState.NotHeard, "■", "off")]
    [InlineData(LampState.Blocked, "■", "off")]
    [InlineData(LampState.Muted, "■", "off")]
    [InlineData(LampState.NoVolume, "■", "off")]
    [InlineData(LampState.Failed, "■", "off")]
    public void Lamp_State_HasShapeAndColour(LampState lamp, string shape, string? style) =>
        Assert.Equal((shape, style), (AlarmWords.Shape(lamp), AlarmWords.Style(lamp)));

    [Fact]
    public void Browser_Nonsense_IsBroughtIntoBounds() =>
        Assert.Equal(new AlarmBrowser("", 100, nameof(NotifyMode.Off)), new AlarmBrowser("<script>", 4711, "7").Checked());

    [Fact]
    public void Browser_Sensible_IsKept()
    {
        var browser = new AlarmBrowser(new string('a', 32), 35, "plain").Checked();

        Assert.Equal(new AlarmBrowser(new string('a', 32), 35, nameof(NotifyMode.Plain)), browser);
    }
}
