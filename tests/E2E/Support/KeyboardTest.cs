using AuraConsole.E2E.Pages;
using Xunit.Abstractions;

namespace AuraConsole.E2E.Support;

/// <summary>A test by keyboard alone, on one of the two screens of a control room.</summary>
public abstract class KeyboardTest(BrowserFixture browsers, ITestOutputHelper output) : ConsoleTest(browsers, output)
{
    /// <summary>Width, height, theme.</summary>
    public static TheoryData<int, int, string> RoomScreens => new() { { 1920, 1080, "dark" }, { 1280, 800, "light" } };

    /// <summary>Signed in at the live board.</summary>
    private protected async Task<(Operator Person, Hands Hands)> SitDownAsync(ConsoleHost console, string email, (int Width, int Height, string Theme) screen)
    {
        var person = await NewBrowserAsync(console);
        await person.Page.SetViewportSizeAsync(screen.Width, screen.Height);
        await person.ChooseThemeAsync(screen.Theme);
        var hands = new Hands(person.Page);
        await hands.SignInAsync(email);
        return (person, hands);
    }
}
