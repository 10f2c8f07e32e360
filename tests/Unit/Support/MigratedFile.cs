using AuraConsole.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Support;

/// <summary>An empty database as the migrations make it, with their triggers and indexes; made once, and copied for each test.</summary>
internal static class MigratedFile
{
    private static readonly Lazy<byte[]> Empty = new(Make);

    public static void CopyTo(string file) => File.WriteAllBytes(file, Empty.Value);

    private static byte[] Make()
    {
        var file = Path.Combine(Path.GetTempPath(), $"migrated-{Guid.NewGuid():N}.db");
        try
        {
            using (var context = new ConsoleDbContext(new DbContextOptionsBuilder<ConsoleDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options))
                context.Database.Migrate();
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
