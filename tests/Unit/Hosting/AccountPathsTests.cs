using AuraConsole.Web.Components.Account;

namespace AuraConsole.Unit.Hosting;

public sealed class AccountPathsTests
{
    [Theory]
    [InlineData("/callouts/1?tab=2#x", "/callouts/1?tab=2#x")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("sites", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/account/login?returnUrl=/", "/")]
    public void LocalOrBoard_ReturnUrl_NeverLeadsElsewhere(string? url, string expected) => Assert.Equal(expected, AccountPaths.LocalOrBoard(url));
}
