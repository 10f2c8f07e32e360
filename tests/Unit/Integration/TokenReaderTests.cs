using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using AuraConsole.Integration.Auth;

namespace AuraConsole.Unit.Integration;

public sealed class TokenReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"accessToken":"abc","tokenType":"Bearer","expiresIn":3600}""", 3600)]
    [InlineData("""{"access_token":"abc","token_type":"Bearer","expires_in":3600}""", 3600)]
    [InlineData("""{"accessToken":"abc","expiresIn":"1800"}""", 1800)]
    [InlineData("""{"accessToken":"abc","expiresIn":1777888800}""", 3600)]
    [InlineData("""{"access_token":"abc","expires_in":"1777888800"}""", 3600)]
    [InlineData("""{"accessToken":"abc","expiresIn":1777888800000}""", 3600)]
    [InlineData("""{"data":{"accessToken":"abc","expiresIn":60}}""", 60)]
    [InlineData("""{"accessToken":"abc"}""", 300)]
    [InlineData("""{"accessToken":"abc","expiresIn":0}""", 300)]
    [InlineData("""{"accessToken":"abc","expiresIn":-5}""", 300)]
    [InlineData("""{"accessToken":"abc","expiresIn":{}}""", 300)]
    [InlineData("""{"accessToken":"abc","expiresIn":1500000000}""", 300)]
    [InlineData("""{"accessToken":"abc","expiresIn":1e300}""", 2592000)]
    public void Life_EverySpelling_Read(string json, int seconds)
    {
        var token = Read(json);

        Assert.Equal("abc", token?.Value);
        Assert.Equal(TimeSpan.FromSeconds(seconds), token?.Life);
    }

    [Fact]
    public void Life_OnlyInJwt_TakenFromExp()
    {
        var payload = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"exp":{{Now.AddMinutes(20).ToUnixTimeSeconds()}}}"""));

        var token = Read($$"""{"accessToken":"head.{{payload}}.sign"}""");

        Assert.Equal(TimeSpan.FromMinutes(20), token?.Life);
    }

    [Theory]
    [InlineData("a.!!!.c")]
    [InlineData("a.bm90IGpzb24.c")]
    [InlineData("a.eyJleHAiOiJzb29uIn0.c")]
    public void Life_BrokenJwt_Cautious(string value) =>
        Assert.Equal(TimeSpan.FromMinutes(5), Read($$"""{"accessToken":"{{value}}"}""")?.Life);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"abc\"")]
    [InlineData("""{"accessToken":7}""")]
    [InlineData("""{"accessToken":""}""")]
    [InlineData("""{"accessToken":"two words"}""")]
    [InlineData("""{"accessToken":"line\r\nbreak"}""")]
    public void Token_Unusable_NotRead(string json) => Assert.Null(Read(json));

    [Theory]
    [InlineData(3600, 3240)]
    [InlineData(300, 240)]
    [InlineData(90, 45)]
    public void RenewAt_AnyLife_EarlyButNotBeforeHalf(int life, int renewAfter)
    {
        var token = new AuraToken("abc", Now, TimeSpan.FromSeconds(life));

        Assert.Equal(Now.AddSeconds(renewAfter), token.RenewAt);
        Assert.Equal(Now.AddSeconds(life), token.ExpiresAt);
    }

    private static AuraToken? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return TokenReader.Read(document.RootElement, Now);
    }
}
