using System.Diagnostics;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Audit;

public sealed class AuditCheckTests : IAsyncLifetime
{
    private const int Written = 12;
    private const string Unguard = "DROP TRIGGER AuditRecords_NoUpdate; DROP TRIGGER AuditRecords_NoDelete; ";
    private const string Guard = """
        CREATE TRIGGER AuditRecords_NoUpdate BEFORE UPDATE ON AuditRecords BEGIN SELECT RAISE(ABORT, 'no'); END;
        CREATE TRIGGER AuditRecords_NoDelete BEFORE DELETE ON AuditRecords BEGIN SELECT RAISE(ABORT, 'no'); END;
        """;

    private Spine _spine = null!;

    public async Task InitializeAsync()
    {
        _spine = await Spine.StartAsync();
        var log = _spine.Services.GetRequiredService<AuditLog>();
        for (var number = 1; number <= Written; number++)
            await log.WriteAsync(new Operator("u-1", "Naledi"), new AuditNote("test.written", $"thing:{number}", $"Detail {number}"), default);
    }

    public async Task DisposeAsync() => await _spine.DisposeAsync();

    [Fact]
    public async Task Check_UntouchedAudit_IsSound()
    {
        var verdict = await CheckAsync();

        Assert.True(verdict.IsSound);
        Assert.Equal((Written, (long)Written), (verdict.Count, verdict.Last!.Id));
    }

    [Theory]
    [InlineData("UPDATE AuditRecords SET ByName = 'Somebody else' WHERE Id = 7")]
    [InlineData("UPDATE AuditRecords SET At = At + 1 WHERE Id = 7")]
    [InlineData("UPDATE AuditRecords SET Detail = NULL WHERE Id = 7")]
    [InlineData("UPDATE AuditRecords SET ById = NULL WHERE Id = 7")]
    [InlineData("UPDATE AuditRecords SET Subject = 'thing:8' WHERE Id = 7")]
    public async Task Check_RecordChangedWithTheSqliteTool_LocatesIt(string edit)
    {
        await EditAsync(Unguard + edit + ";" + Guard);

        var flaw = Assert.Single((await CheckAsync()).Flaws);
        Assert.Equal(new AuditFlaw(AuditFlawKind.Seal, 7), flaw);
    }

    [Fact]
    public async Task Check_RecordTakenOut_NamesWhereItIsMissing()
    {
        await EditAsync(Unguard + "DELETE FROM AuditRecords WHERE Id = 4;" + Guard);

        Assert.Equal([new AuditFlaw(AuditFlawKind.Gap, 5)], (await CheckAsync()).Flaws);
    }

    [Fact]
    public async Task Check_EndCutOff_IsFoundByAMark()
    {
        var mark = (await CheckAsync()).Last!;
        await EditAsync(Unguard + "DELETE FROM AuditRecords WHERE Id > 9;" + Guard);

        Assert.True((await CheckAsync()).IsSound);
        Assert.Equal([new AuditFlaw(AuditFlawKind.Mark, Written)], (await CheckAsync(mark)).Flaws);
    }

    [Fact]
    public async Task Check_ChainMadeAnewAfterTheMark_IsFoundByIt()
    {
        var mark = (await CheckAsync()).Last!;

        Assert.Equal([new AuditFlaw(AuditFlawKind.Mark, Written)], (await CheckAsync(mark with { Seal = new string('a', 64) })).Flaws);
    }

    [Fact]
    public async Task Check_GuardsTakenAway_SaysSo()
    {
        await EditAsync("DROP TRIGGER AuditRecords_NoUpdate;");

        Assert.Equal([new AuditFlaw(AuditFlawKind.Unguarded, null)], (await CheckAsync()).Flaws);
    }

    [Fact]
    public async Task VerifyAudit_WithoutTheConsole_TellsByExitCodeAndNames()
    {
        var (sound, _) = await VerifyAsync();
        var (marked, words) = await VerifyAsync("--mark", (await CheckAsync()).Last!.ToString());
        await EditAsync(Unguard + "UPDATE AuditRecords SET Kind = 'test.other' WHERE Id = 3;" + Guard);
        var (flawed, told) = await VerifyAsync();
        var (misspelt, _) = await VerifyAsync("--mrak", "1:2");
        var (nowhere, _) = await VerifyAsync("--database", _spine.File + ".gone");

        Assert.Equal((VerifyAudit.Sound, VerifyAudit.Sound, VerifyAudit.Flawed, VerifyAudit.Unreadable, VerifyAudit.Unreadable), (sound, marked, flawed, misspelt, nowhere));
        Assert.Contains($"{Written} audit records: sound.", words, StringComparison.Ordinal);
        Assert.Contains("Record 3:", told, StringComparison.Ordinal);
        Assert.False(File.Exists(_spine.File + ".gone"));
    }

    private async Task<(int Code, string Words)> VerifyAsync(params string[] words)
    {
        await using var output = new StringWriter();
        return (await VerifyAudit.RunAsync([VerifyAudit.Word, .. words], _spine.File, output, default), output.ToString());
    }

    private Task<AuditVerdict> CheckAsync(AuditMark? known = null) => _spine.ReadAsync(db => AuditCheck.RunAsync(db, known, default));

    /// <summary>With the sqlite3 tool where the machine has it, and with the same statements past the console where not.</summary>
    private async Task EditAsync(string sql)
    {
        if (await SqliteToolAsync(sql))
            return;
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _spine.File, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<bool> SqliteToolAsync(string sql)
    {
        try
        {
            using var tool = Process.Start(new ProcessStartInfo("sqlite3", [_spine.File, sql]) { RedirectStandardError = true })!;
            var told = await tool.StandardError.ReadToEndAsync();
            await tool.WaitForExitAsync();
            Assert.True(tool.ExitCode == 0, told);
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
