using AuraConsole.E2E.Support;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace AuraConsole.E2E;

public sealed class SignInTests(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    [Theory]
    [InlineData(Users.Dispatcher)]
    [InlineData(Users.Admin)]
    public Task SignIn_RightPassword_OpensTheLiveBoard(string email) => RunAsync(async () =>
    {
        var console = await StartAsync();

        var person = await SignInAsync(console, email);

        await person.Board.ExpectLiveAsync();
    });

    [Fact]
    public Task SignIn_WrongPassword_SaysSoAndStaysOut() => RunAsync(async () =>
    {
        var console = await StartAsync();
        var person = await NewBrowserAsync(console);
        await person.Page.GotoAsync("/");

        await person.SignIn.SignInAsync(Users.Dispatcher, "not-the-password");

        await Expect(person.SignIn.Failure).ToBeVisibleAsync();
        await person.Page.GotoAsync("/");
        await person.SignIn.ExpectShownAsync();
    });
}
