using AuraConsole.Web.Outbound;

namespace AuraConsole.Unit.Outbound;

public sealed class OutboundOptionsTests
{
    [Fact]
    public void Outbound_Defaults_AreInOrder() => Assert.True(new OutboundOptionsValidator().Validate(null, new OutboundOptions()).Succeeded);

    [Fact]
    public void Outbound_OutOfRange_NamesEveryKey()
    {
        var result = new OutboundOptionsValidator().Validate(
            null, new OutboundOptions { SettleInterval = TimeSpan.FromSeconds(11), SettleWindow = TimeSpan.Zero });

        Assert.Equal(["Outbound:SettleInterval", "Outbound:SettleWindow"], result.Failures!.Select(fault => fault.Split(' ')[0]));
    }

    [Fact]
    public void Callouts_OddChoices_NamesEveryKey()
    {
        var choices = new CalloutChoices
        {
            ResponseTypes = [new() { Id = 1, Name = "Armed" }, new() { Id = 1, Name = "Medical" }],
            Classifications = [new() { Id = 0, Name = " " }],
        };

        var result = new CalloutChoicesValidator().Validate(null, choices);

        Assert.Equal(
            ["Callouts:ResponseTypes:1:Id", "Callouts:Classifications:0:Id", "Callouts:Classifications:0:Name"],
            result.Failures!.Select(fault => fault.Split(' ')[0]));
    }
}
