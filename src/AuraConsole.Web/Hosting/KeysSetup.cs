using Microsoft.AspNetCore.DataProtection;

namespace AuraConsole.Web.Hosting;

internal static class KeysSetup
{
    /// <summary>Keeps the keys of cookies and forms on disk: after a restart everybody is still signed in.</summary>
    public static void AddConsoleKeys(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = Path.GetFullPath(configuration["DataProtection:KeyFolder"] ?? "data/keys", environment.ContentRootPath);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddDataProtection().SetApplicationName("AuraConsole").PersistKeysToFileSystem(new DirectoryInfo(folder));
    }
}
