namespace AuraConsole.Web.Components.Shell;

/// <summary>The dialogs that belong to no page.</summary>
public enum ShellDialog
{
    None,
    Palette,
    Keys,
    Settings,
    Sound,
}

/// <summary>Which of them this circuit shows: one at a time, asked for from anywhere.</summary>
public sealed class ShellState
{
    public event Action? Changed;

    public ShellDialog Dialog { get; private set; }

    /// <summary>Whether single keys act; until the person's setting is read, they do.</summary>
    public bool SingleKeys { get; private set; } = true;

    public void Open(ShellDialog dialog)
    {
        Dialog = dialog;
        Changed?.Invoke();
    }

    public void Close() => Open(ShellDialog.None);

    public void UseSingleKeys(bool on)
    {
        SingleKeys = on;
        Changed?.Invoke();
    }
}
