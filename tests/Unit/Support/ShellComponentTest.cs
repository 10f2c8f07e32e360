using AuraConsole.Web.Components.Palette;
using AuraConsole.Web.Components.Shell;
using AuraConsole.Web.Features.Alarm;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Support;

/// <summary>A component with what every page has around it: sound, palette, keys.</summary>
public abstract class ShellComponentTest : ConsoleComponentTest
{
    protected ShellComponentTest()
    {
        Services.AddMetrics();
        Services.AddAlarm();
        Services.AddPalette();
        foreach (var module in new[] { "focus", "palette" })
            JSInterop.SetupModule($"./js/{module}.js").Mode = JSRuntimeMode.Loose;
        Keys = JSInterop.SetupModule("./js/keys.js");
        Keys.Mode = JSRuntimeMode.Loose;
        Engine = JSInterop.SetupModule("./js/alarm.js");
        Engine.Mode = JSRuntimeMode.Loose;
        Engine.Setup<AlarmBrowser?>("start", _ => true).SetResult(new AlarmBrowser(Browser, 60, "off"));
    }

    protected static readonly string Browser = new('a', 32);

    /// <summary>The browser's sound engine.</summary>
    protected BunitJSModuleInterop Engine { get; }

    protected BunitJSModuleInterop Keys { get; }

    protected AlarmConsole Alarm => Services.GetRequiredService<AlarmConsole>();

    protected ShellState Shell => Services.GetRequiredService<ShellState>();

    protected ArmedConsoles Armed => Services.GetRequiredService<ArmedConsoles>();
}
