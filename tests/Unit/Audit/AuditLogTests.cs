using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Audit;

public sealed class AuditLogTests(ConsoleFactory console) : IClassFixture<ConsoleFactory>
{
    private static readonly Operator Naledi = new("u-1", "Naledi");

    private AuditLog Log => console.Services.GetRequiredService<AuditLog>();

    [Fact]
    public async Task Records_WrittenAtOnce_FormOneChain()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Log.WriteAsync(Naledi, new AuditNote("test.chain", $"thing:{n}", "One\nTwo"), default)));

        await using var db = await ContextAsync();
        var records = await db.AuditRecords.AsNoTracking().OrderBy(record => record.Id).ToListAsync();
        Assert.Equal(Enumerable.Range(1, records.Count).Select(id => (long)id), records.Select(record => record.Id));
        var before = AuditSeal.Beginning;
        foreach (var record in records)
        {
            Assert.Equal(AuditSeal.Of(record, before), record.Seal);
            before = record.Seal;
        }
    }

    [Fact]
    public async Task Add_TwoInOneChange_AreOneAfterTheOther()
    {
        await using var db = await ContextAsync();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await Log.AddAsync(db, Naledi, new AuditNote("test.two", "thing:a"), default);
            await Log.AddAsync(db, null, new AuditNote("test.two", "thing:b"), default);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        var (first, second) = (Assert.Single(await Log.AboutAsync("thing:a", 10, default)), Assert.Single(await Log.AboutAsync("thing:b", 10, default)));
        Assert.Equal(first.Id + 1, second.Id);
        Assert.Equal(("Naledi", AuditLog.Console), (first.ByName, second.ByName));
        Assert.Equal(AuditSeal.Of(second, first.Seal), second.Seal);
    }

    [Fact]
    public async Task Add_ChangeThatFails_LeavesNothing()
    {
        await using (var db = await ContextAsync())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await Log.AddAsync(db, Naledi, new AuditNote("test.lost", "thing:lost"), default);
            await db.SaveChangesAsync();
        }

        Assert.Empty(await Log.AboutAsync("thing:lost", 10, default));
    }

    [Fact]
    public async Task Add_WithoutATransaction_IsRefused()
    {
        await using var db = await ContextAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Log.AddAsync(db, Naledi, new AuditNote("test.none", "thing"), default));
    }

    [Theory]
    [InlineData("UPDATE AuditRecords SET ByName = 'Somebody else'")]
    [InlineData("DELETE FROM AuditRecords")]
    public async Task Record_ChangedByHand_IsRefusedByTheDatabase(string statement)
    {
        await Log.WriteAsync(Naledi, new AuditNote("test.hand", "thing:hand"), default);
        await using var db = await ContextAsync();

        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(statement));
    }

    [Fact]
    public async Task Detail_TooLong_IsCut()
    {
        await Log.WriteAsync(Naledi, new AuditNote("test.long", "thing:long", new string('x', 10_000)), default);

        Assert.Equal(Web.Data.Entities.AuditRecord.DetailLength, Assert.Single(await Log.AboutAsync("thing:long", 10, default)).Detail!.Length);
    }

    private async Task<ConsoleDbContext> ContextAsync() =>
        await console.Services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
}
