namespace AuraConsole.E2E.Support;

/// <summary>A folder of one test's own, gone with it.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("auraconsole-e2e-");

    public string Database => Path.Combine(_folder.FullName, "console.db");

    public string Keys => Path.Combine(_folder.FullName, "keys");

    public void Dispose() => _folder.Delete(recursive: true);
}
