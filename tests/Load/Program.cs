using AuraConsole.Load;
using AuraConsole.Web.Data;
using AuraConsole.Web.Features.History.Reading;
using AuraConsole.Web.Features.Reports.Making;
using Microsoft.EntityFrameworkCore;

if (args.Length == 0)
{
    Console.Error.WriteLine("Usage: FILE [callouts]");
    return 1;
}
var file = Path.GetFullPath(args[0]);
var callouts = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000;
var contexts = new Contexts($"Data Source={file}");
if (!File.Exists(file))
    await Seeding.RunAsync(contexts, callouts);
await Measuring.FiltersAsync(new HistoryQueries(contexts));
using var maker = new ReportMaker(contexts, TimeProvider.System);
await Measuring.ReportAsync(maker);
return 0;

/// <summary>Contexts as the console makes them.</summary>
internal sealed class Contexts(string connection) : IDbContextFactory<ConsoleDbContext>
{
    private readonly DbContextOptions<ConsoleDbContext> _options =
        new DbContextOptionsBuilder<ConsoleDbContext>().UseSqlite(connection).AddInterceptors(new ConnectionPragmas()).Options;

    public ConsoleDbContext CreateDbContext() => new(_options);
}
