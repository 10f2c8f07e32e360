namespace AuraConsole.Web.Components.Shell;

/// <summary>What can be done from anywhere in the console.</summary>
public enum ShellAction
{
    Raise,
    Silence,
    SoundTest,
    Dark,
    Light,
    Keys,
    Settings,
}
