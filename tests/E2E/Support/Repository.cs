namespace AuraConsole.E2E.Support;

/// <summary>Where things lie in the work tree that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string WebProject => Path.Combine(Root, "src", "AuraConsole.Web");

    /// <summary>The console's program, built as the tests were.</summary>
    public static string WebProgram
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(WebProject, "bin", output.Parent!.Name, output.Name, "AuraConsole.Web.dll");
        }
    }

    /// <summary>Kept after the tests, ignored by git.</summary>
    public static string TestResults => Directory.CreateDirectory(Path.Combine(Root, "TestResults", "E2E")).FullName;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AuraConsole.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not lie in a work tree of AuraConsole.");
    }
}
