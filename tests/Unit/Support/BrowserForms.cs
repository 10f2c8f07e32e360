using System.Text.RegularExpressions;

namespace AuraConsole.Unit.Support;

/// <summary>Fills in the console's plain forms as a browser would.</summary>
public static partial class BrowserForms
{
    public const string DemoPassword = "Console-demo-1!";

    /// <summary>Opens a page and sends its first form back with these fields, as <c>Input.Name</c>.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(
        this HttpClient browser, string path, IReadOnlyDictionary<string, string> input)
    {
        var page = await browser.GetStringAsync(path);
        var fields = Hidden().Matches(page).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
        foreach (var (name, value) in input)
            fields[$"Input.{name}"] = value;
        return await browser.PostAsync(path, new FormUrlEncodedContent(fields));
    }

    public static Task<HttpResponseMessage> SignInAsync(
        this HttpClient browser, string email = "dispatcher@demo.local", string password = DemoPassword, string path = "/account/login") =>
        browser.SendFormAsync(path, new Dictionary<string, string> { ["Email"] = email, ["Password"] = password });

    /// <summary>Where an answer redirects to: a path of the console, or the whole address of somewhere else.</summary>
    public static string? LeadsTo(this HttpResponseMessage answer)
    {
        if (answer.Headers.Location is not { } location)
            return null;
        var own = answer.RequestMessage!.RequestUri!;
        var target = new Uri(own, location);
        return target.Authority == own.Authority ? target.PathAndQuery : target.AbsoluteUri;
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" />""")]
    private static partial Regex Hidden();
}
