using System.Text;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using AuraConsole.Web.Features.Sites.Importing.Reading;

namespace AuraConsole.Unit.Importing;

public sealed class ReadingTests : IAsyncLifetime
{
    private readonly ImportHouse _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task File_WithAnyDelimiter_IsDetectedAndRead(char delimiter)
    {
        var text = "reference,name,lat,lng\na,Café \"x\",-26.1,28.05\n".Replace(',', delimiter);

        var site = Assert.Single((await _house.ReadAsync(text)).Sites);

        Assert.Equal(("a", "Café \"x\"", -26.1, 28.05), (site.Reference, site.Name, site.Latitude, site.Longitude));
    }

    [Fact]
    public async Task File_WithQuotedLineBreaks_KeepsThemAndCountsLines()
    {
        var contents = await _house.ReadAsync("reference,name,lat,lng\r\na,\"two\r\nlines, \"\"x\"\"\",-26.1,28\r\nb,,-95,28\r\n");

        Assert.Equal("two\r\nlines, \"x\"", Assert.Single(contents.Sites).Name);
        var fault = Assert.Single(contents.Faults);
        Assert.Equal((4, "lat", "-95"), (fault.Line, fault.Column, fault.Value));
    }

    public static TheoryData<Encoding> Encodings => new()
    {
        new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true),
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task File_WithAByteOrderMark_IsReadByIt(Encoding encoding)
    {
        var bytes = encoding.GetPreamble().Concat(encoding.GetBytes("reference,name,lat,lng\na,Café,1,2\n")).ToArray();

        var draft = await _house.Drafts.BringAsync(new MemoryStream(bytes), null, ImportHouse.Thandi, CancellationToken.None);
        var head = _house.Reader.Head(draft);

        Assert.Equal("reference", head.Header[0]);
        Assert.Equal("Café", head.Samples[0][1]);
    }

    [Fact]
    public async Task File_InWindows1252_IsReadOnlyWhenChosen()
    {
        byte[] bytes = [.. "reference,name,lat,lng\na,Caf"u8, 0xE9, .. ",1,2\n"u8];
        var draft = await _house.Drafts.BringAsync(new MemoryStream(bytes), null, ImportHouse.Thandi, CancellationToken.None);

        var refused = Assert.Throws<ImportRefusedException>(() => _house.Reader.Head(draft));
        Assert.Equal(ImportRefusal.BadEncoding, refused.Refusal);
        var chosen = await _house.Drafts.ReadAsAsync(ImportEncoding.Windows1252, ',', ImportHouse.Thandi, CancellationToken.None);

        Assert.Equal("Café", _house.Reader.Head(chosen!).Samples[0][1]);
    }

    [Fact]
    public async Task Rows_WithManyFaults_AreAllToldAtOnce()
    {
        var contents = await _house.ReadAsync(
            "Site code;Site name;Lat;Long;Type\n;x;200;28;z\na;ok;-26,1;28,05;3\na;twice;1;2;\nb;" + new string('n', 201) + ";1;abc;\n");

        Assert.Equal(["Site code", "Lat", "Type", "Site code", "Long", "Site name"], contents.Faults.Select(fault => fault.Column));
        Assert.Equal([2, 2, 2, 4, 5, 5], contents.Faults.Select(fault => fault.Line));
        var site = Assert.Single(contents.Sites);
        Assert.Equal((-26.1, 28.05, 3), (site.Latitude, site.Longitude, site.TypeId));
    }

    [Fact]
    public void Mapping_GuessedFromAurasNames_FindsEveryMember()
    {
        var mapping = ColumnMapping.Guess(
        [
            "externalReferenceId", "locationIdentifier", "locationDescription", "formattedAddress", "latitude", "longitude", "calloutLocationTypeId",
            "locationAdditionalInformation", "w3w", "customerId",
        ]);

        Assert.Empty(mapping.Missing);
        Assert.Equal(8, mapping.Held.Count);
        Assert.Equal(0, mapping.ColumnOf(ImportField.Reference));
        Assert.Null(mapping.Fields[1]);
    }

    [Fact]
    public async Task Mapping_ThatWasChosen_IsRememberedForTheSameHeader()
    {
        const string Text = "A,B,C,D\nx,site x,1,2\n";
        var header = _house.Reader.Head(await _house.BringAsync(Text)).Header;
        var mapping = new ColumnMapping([ImportField.Reference, ImportField.Name, ImportField.Latitude, ImportField.Longitude]);
        await _house.Drafts.MapAsync(header, mapping, ImportHouse.Thandi, CancellationToken.None);

        var again = await _house.BringAsync(Text, ImportHouse.Sipho);
        var (remembered, isRemembered) = await _house.Drafts.MappingAsync(again, header, CancellationToken.None);

        Assert.True(isRemembered);
        Assert.Equal(mapping.Fields, remembered.Fields);
    }

    [Fact]
    public async Task Draft_OfADispatcher_IsRefused() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _house.BringAsync("reference,lat,lng\n", ImportHouse.Dispatcher));
}
