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
        var fields = FieldsOf(page.Split("</form>")[0]);
        foreach (var (name, value) in input)
            fields[$"Input.{name}"] = value;
        return await browser.PostAsync(path, new FormUrlEncodedContent(fields));
    }

    /// <summary>Sends one of several forms of a page that was answered, with these fields by their own names.</summary>
    public static Task<HttpResponseMessage> SendOneOfAsync(
        this HttpClient browser, string path, string page, string form, params (string Name, string Value)[] input)
    {
        var fields = FieldsOf(page.Split("<form").Single(part => part.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal)).Split("</form>")[0]);
        foreach (var (name, value) in input)
            fields[name] = value;
        return browser.PostAsync(path, new FormUrlEncodedContent(fields));
    }

    private static Dictionary<string, string> FieldsOf(string form) =>
        Hidden().Matches(form).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

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
