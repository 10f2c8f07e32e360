using System.Net;
using AuraConsole.Web.Features.Escalations;
using AuraConsole.Web.Features.Escalations.Sending;
using Microsoft.Extensions.Options;

namespace AuraConsole.Unit.Escalations;

public sealed class HookTargetTests
{
    [Theory]
    [InlineData("https://hooks.example.com/aura?key=1", null)]
    [InlineData("https://8.8.8.8/hook", null)]
    [InlineData("http://hooks.example.com/aura", TargetFault.NotHttps)]
    [InlineData("http://127.0.0.1:5000/", TargetFault.NotHttps)]
    [InlineData("https://127.0.0.1/", TargetFault.Private)]
    [InlineData("https://localhost/", TargetFault.Private)]
    [InlineData("https://10.1.2.3/", TargetFault.Private)]
    [InlineData("https://169.254.169.254/latest/meta-data", TargetFault.Private)]
    [InlineData("https://[::1]/", TargetFault.Private)]
    [InlineData("https://[fd00::1]/", TargetFault.Private)]
    [InlineData("https://0x7f.1/", TargetFault.Private)]
    [InlineData("https://user:pass@hooks.example.com/", TargetFault.NotAnAddress)]
    [InlineData("ftp://hooks.example.com/", TargetFault.NotAnAddress)]
    [InlineData("file:///etc/passwd", TargetFault.NotAnAddress)]
    [InlineData("/hook", TargetFault.NotAnAddress)]
    [InlineData("", TargetFault.NotAnAddress)]
    public void Target_AsDelivered_TakesPublicHttpsOnly(string url, TargetFault? fault) => Assert.Equal(fault, HookTarget.Check(url, allowPrivate: false));

    [Theory]
    [InlineData("http://127.0.0.1:5000/", null)]
    [InlineData("http://localhost:5000/", null)]
    [InlineData("https://10.1.2.3/", null)]
    [InlineData("http://10.1.2.3/", TargetFault.NotHttps)]
    public void Target_PrivateOnesAllowed_TakesHttpOnThisMachineOnly(string url, TargetFault? fault) => Assert.Equal(fault, HookTarget.Check(url, allowPrivate: true));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    public void Address_NotTheInternets_IsPrivate(string address) => Assert.True(PrivateAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1111")]
    public void Address_TheInternets_IsNot(string address) => Assert.False(PrivateAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task Client_ConfigurationBecameStricter_SendsNothing()
    {
        await using var receiver = await HookReceiver.StartAsync();
        using var client = new HookClient(Options.Create(new EscalationOptions()), TimeProvider.System);

        var answer = await client.SendAsync(receiver.Url, "0123456789abcdef", Guid.NewGuid(), "{}", persists: false, CancellationToken.None);

        Assert.False(answer.IsTaken);
        Assert.Empty(receiver.Requests);
    }

    [Fact]
    public void Signature_AsOpensslMakesIt_IsTheSame() => Assert.Equal(
        "v1=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae", HookSignature.Of("key", "1700000000", "{}"));
}
