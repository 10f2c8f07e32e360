using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AuraConsole.E2E.Support;

/// <summary>Looks at a page in the two sizes of a control room's screens, and collects what is wrong with it.</summary>
internal sealed class Screens(IPage page, string theme)
{
    private static readonly (int Width, int Height)[] Sizes = [(1920, 1080), (1280, 800)];

    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(Repository.TestResults, "screens")).FullName;

    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public async Task LookAsync(string name)
    {
        foreach (var (width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}-{theme}-{width}.png") });
            if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                _faults.Add($"{name} at {width}: scrolls sideways");
        }

        await page.SetViewportSizeAsync(Sizes[0].Width, Sizes[0].Height);
        if (await page.EvaluateAsync<string>("() => document.documentElement.dataset.theme") != theme) _faults.Add($"{name}: not in the {theme} theme");
        var result = await page.RunAxe();
        if (result.Passes.Length == 0) _faults.Add($"{name}: nothing was checked");
        _faults.AddRange(result.Violations.Where(IsGrave).SelectMany(violation => violation.Nodes.Select(node => $"{name}: {violation.Id}: {node.Html}")));
    }

    private static bool IsGrave(AxeResultItem violation) => violation.Impact is "serious" or "critical";
}
