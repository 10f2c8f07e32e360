using AuraConsole.Web.Components.Shell;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Components.Palette;

/// <summary>What can be done from anywhere.</summary>
public sealed class ActionSource : IPaletteSource
{
    private static readonly IReadOnlyList<(ShellAction Action, Func<string> Title)> All =
    [
        (ShellAction.Raise, static () => ShellText.DoRaise),
        (ShellAction.Silence, static () => ShellText.DoSilence),
        (ShellAction.SoundTest, static () => ShellText.DoSoundTest),
        (ShellAction.Keys, static () => ShellText.DoKeys),
        (ShellAction.Settings, static () => ShellText.DoSettings),
        (ShellAction.Dark, static () => ShellText.DoDark),
        (ShellAction.Light, static () => ShellText.DoLight),
    ];

    public Task<IReadOnlyList<PaletteItem>> FindAsync(PaletteQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PaletteItem>>(
        [
            .. All.Select(one => (one.Action, Title: one.Title(), Rank: PaletteRank.Of(query.Text, one.Title())))
                .Where(one => one.Rank is not null).OrderBy(one => one.Rank)
                .Select(one => new PaletteItem(PaletteGroup.Actions, one.Action.ToString(), one.Title, Action: one.Action)),
        ]);
}
