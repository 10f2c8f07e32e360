using System.Net;
using AuraConsole.Simulator;

namespace AuraConsole.Unit.Simulator;

public sealed class TokenTests : SimulatorTest
{
    private const string Path = "/panic-api/v2/oauth/token";

    protected override void Prepare(SimulatorOptions options) => options.TokenLifetime = TimeSpan.FromMinutes(20);

    [Fact]
    public async Task Token_RightCredentials_IsBearerWithLifetime()
    {
        var answer = await PostAsync(Path, """{"clientId":"simulator","clientSecret":"simulator-secret"}""", token: "");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Bearer", answer.Body.GetProperty("tokenType").GetString());
        Assert.Equal(1200, answer.Body.GetProperty("expiresIn").GetInt32());
        Assert.Equal(3, answer.Body.GetProperty("accessToken").GetString()!.Split('.').Length);
    }

    [Theory]
    [InlineData("""{"clientId":"simulator"}""", "clientSecret", HttpStatusCode.BadRequest)]
    [InlineData("""{"clientSecret":"simulator-secret"}""", "clientId", HttpStatusCode.BadRequest)]
    [InlineData("{}", "clientId", HttpStatusCode.BadRequest)]
    [InlineData("no json", "JSON", HttpStatusCode.BadRequest)]
    [InlineData("[]", "object", HttpStatusCode.BadRequest)]
    [InlineData("""{"clientId":"simulator","clientSecret":"wrong"}""", "credentials", HttpStatusCode.Unauthorized)]
    [InlineData("""{"clientId":"nobody","clientSecret":"simulator-secret"}""", "credentials", HttpStatusCode.Unauthorized)]
    public async Task Token_WrongRequest_IsRefusedWithMessage(string body, string about, HttpStatusCode status)
    {
        var answer = await PostAsync(Path, body, token: "");

        Assert.Equal(status, answer.Status);
        Assert.Contains(about, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("made-up")]
    public async Task Api_WithoutGoodToken_Answers401(string token)
    {
        var answer = await GetAsync(Sites, token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.NotEmpty(answer.Message);
    }

    [Fact]
    public async Task Token_PastItsLifetime_Answers401()
    {
        Time.Shift(TimeSpan.FromMinutes(19));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Sites)).Status);

        Time.Shift(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(Sites)).Status);
    }

    [Fact]
    public async Task ExpireTokens_OldToken_Answers401AndNewOneWorks()
    {
        Host.Faults.ExpireTokens();

        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(Sites)).Status);
        var fresh = await TokenAsync(Options.ClientId, Options.ClientSecret);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Sites, fresh)).Status);
    }

    [Fact]
    public async Task UnknownResource_GoodToken_Answers404WithMessage()
    {
        var answer = await GetAsync("/panic-api/v2/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.NotEmpty(answer.Message);
    }
}
