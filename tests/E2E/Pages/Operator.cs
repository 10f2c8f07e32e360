using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace AuraConsole.E2E.Pages;

/// <summary>A person at a browser of their own.</summary>
internal sealed class Operator : IAsyncDisposable
{
    private const int MostLines = 100;
    private const string Marker = "window.__stillTheSamePage";

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _lines = new();

    private Operator(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Add($"page error: {error}");
        page.RequestFailed += (_, request) => Add($"failed: {request.Method} {request.Url} {request.Failure}");
    }

    public IPage Page { get; }

    public SignInPage SignIn => new(Page);

    public BoardPage Board => new(Page);

    public TruthBar TruthBar => new(Page);

    public ConnectionLostDialog ConnectionLost => new(Page);

    public CalloutPage Callout => new(Page);

    public SitesPage Sites => new(Page);

    public SitePage Site => new(Page);

    public Sound Sound => new(Page);

    public Shell Shell => new(Page);

    /// <summary>What the page wrote to its console, and what failed.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public static async Task<Operator> OpenAsync(IBrowserContext context) => new(context, await context.NewPageAsync());

    /// <summary>As chosen on an earlier visit.</summary>
    public Task ChooseThemeAsync(string theme) => _context.AddInitScriptAsync($"localStorage.setItem('theme', '{theme}');");

    /// <summary>Marks the page; the mark is gone after any reload or navigation.</summary>
    public Task MarkPageAsync() => Page.EvaluateAsync($"() => {{ {Marker} = true; }}");

    public async Task AssertSamePageAsync() =>
        Assert.True(await Page.EvaluateAsync<bool>($"() => {Marker} === true"), "The page was loaded anew.");

    public async Task KeepAsync(string file)
    {
        try
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
        }
        catch (PlaywrightException exception)
        {
            Add($"no picture: {exception.Message}"); // it must not hide why the test failed
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Add(string line)
    {
        _lines.Enqueue(line);
        while (_lines.Count > MostLines) _lines.TryDequeue(out _);
    }
}
