using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Upkeep;
using AuraConsole.Web.Features.Upkeep.Backup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Upkeep;

public sealed class BackupTests
{
    private static readonly Operator Naledi = new("u-1", "Naledi");

    [Fact]
    public async Task Restore_OfACopy_BringsBackWhatWasThereThen()
    {
        using var folder = new TemporaryFolder();
        string copy;
        await using (var spine = await StartAsync(folder))
        {
            await spine.HappenAsync(Bodies.Minimal(Bodies.Created, 7));
            var backups = spine.Services.GetRequiredService<Backups>();
            copy = Path.Combine(backups.Folder, (await backups.MakeAsync(Naledi, default)).Name);
            await spine.HappenAsync(Bodies.Minimal(Bodies.Created, 8));
        }

        // as the README tells: stop, put the copy in the database's place, without what lay beside it, start
        var database = Path.Combine(folder.Path, "console.db");
        foreach (var beside in new[] { database, $"{database}-wal", $"{database}-shm" })
            File.Delete(beside);
        File.Copy(copy, database);
        await using var restored = await StartAsync(folder);

        Assert.Equal([7L], await restored.ReadAsync(db => db.Callouts.Select(callout => callout.AuraId).ToListAsync()));
        Assert.Equal(7, Assert.Single(restored.Board.Now.Active.Values).Id);
        Assert.True((await restored.ReadAsync(db => AuditCheck.RunAsync(db, null, default))).IsSound);
        await restored.HappenAsync(Bodies.Minimal(Bodies.Created, 9));
    }

    [Fact]
    public async Task Backup_WhileOthersWrite_IsWholeAndStopsNobody()
    {
        using var folder = new TemporaryFolder();
        await using var spine = await StartAsync(folder);
        var writing = Task.Run(async () =>
        {
            for (var id = 1; id <= 200; id++)
                await spine.HappenAsync(Bodies.Minimal(Bodies.Created, id));
        });

        var made = await spine.Services.GetRequiredService<Backups>().MakeAsync(null, default);
        await writing;

        Assert.True(made.Bytes > 0);
        Assert.Equal(200, await spine.ReadAsync(db => db.Callouts.CountAsync()));
    }

    [Fact]
    public async Task Backups_MoreThanAreKept_TheOldestGo()
    {
        using var folder = new TemporaryFolder();
        await using var spine = await StartAsync(folder, new() { ["Backup:Keep"] = "2" });
        var backups = spine.Services.GetRequiredService<Backups>();
        var made = new List<string>();
        for (var day = 0; day < 4; day++)
        {
            made.Add((await backups.MakeAsync(null, default)).Name);
            spine.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([made[3], made[2]], backups.List().Select(file => file.Name));
    }

    [Fact]
    public async Task Backup_IntoAFolderThatCannotBe_SaysSoAndLeavesNothingHalf()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "a-file");
        await File.WriteAllTextAsync(file, "");
        await using var spine = await StartAsync(folder, new() { ["Backup:Folder"] = Path.Combine(file, "inside") });

        await Assert.ThrowsAsync<BackupException>(() => spine.Services.GetRequiredService<Backups>().MakeAsync(null, default));

        Assert.Empty(spine.Services.GetRequiredService<Backups>().List());
    }

    [Fact]
    public async Task Schedule_AfterARestart_DoesNotBeginAnew()
    {
        using var folder = new TemporaryFolder();
        await using var spine = await StartAsync(folder);
        var backups = spine.Services.GetRequiredService<Backups>();
        await backups.MakeAsync(null, default);
        await spine.RunAsync<BackupJob>();

        spine.Time.Advance(TimeSpan.FromHours(23));
        Assert.Single(backups.List());
        await Until.TrueAsync(() =>
        {
            spine.Time.Advance(TimeSpan.FromMinutes(30));
            return backups.List().Count == 2;
        });
    }

    private static Task<Spine> StartAsync(TemporaryFolder folder, Dictionary<string, string?>? settings = null) =>
        Spine.StartAsync(Path.Combine(folder.Path, "console.db"), services => services.AddUpkeep(), settings);

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("auraconsole-backup-");

        public string Path => _folder.FullName;

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
