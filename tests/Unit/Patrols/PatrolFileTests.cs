using System.Text;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Patrols.Importing;

namespace AuraConsole.Unit.Patrols;

public sealed class PatrolFileTests : IDisposable
{
    private readonly PatrolHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Read_GoodLines_AreReadyWithTheirRule()
    {
        var file = await ReadAsync("""
            reference,name,date,start,minutes,repeat,every,days,last,customer,contacts
            DEPOT,"Night, round",2026-06-01,22:00,480,weekly,2,mon wed,2026-12-31,450001,"Sam, +27820000000|Ann, 0820000001"
            MALL,Lock up,2026-06-01,18:30,30,once,,,,450001,
            """);

        Assert.Null(file.Refusal);
        Assert.False(file.HasFaults);
        var first = file.Lines[0].Request;
        Assert.Equal(("Night, round", PatrolRepeat.Weekly, 2, PatrolDays.Monday | PatrolDays.Wednesday), (first.Name, first.Repeat, first.Every, first.Days));
        Assert.Empty(_house.Aura.Created);
    }

    [Fact]
    public async Task Read_FaultyLines_SaysAllFaultsByLine()
    {
        var file = await ReadAsync("""
            reference,name,date,start,minutes,customer
            NOWHERE,,2026-13-01,22:00,480,450001
            DEPOT,Fine,2026-06-01,22:00,480,450001
            DEPOT,Past,2026-05-01,22:00,0,x
            """);

        Assert.Equal([2, 3, 4], file.Lines.Select(line => line.Line));
        Assert.Equal([true, false, true], file.Lines.Select(line => line.Faults.Count >= 3));
        Assert.Contains(file.Lines[0].Faults, fault => fault.Contains("NOWHERE", StringComparison.Ordinal));
        Assert.Contains(file.Lines[0].Faults, fault => fault.Contains("2026-13-01", StringComparison.Ordinal));
        Assert.Contains(file.Lines[2].Faults, fault => fault.Contains("“x”", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "no lines")]
    [InlineData("reference,name\nDEPOT,x", "date, start, minutes")]
    [InlineData("reference,name,date,start,minutes,colour\nDEPOT,x,2026-06-01,10:00,5,red", "colour")]
    public async Task Read_NoPatrols_SaysWhy(string text, string expected) =>
        Assert.Contains(expected, (await ReadAsync(text)).Refusal, StringComparison.Ordinal);

    private Task<PatrolFileView> ReadAsync(string text) =>
        _house.Get<PatrolFile>().ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), PatrolHouse.Dispatcher, CancellationToken.None);
}
