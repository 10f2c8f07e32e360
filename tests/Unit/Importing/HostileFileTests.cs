using System.Text;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using AuraConsole.Web.Features.Sites.Importing.Reading;

namespace AuraConsole.Unit.Importing;

/// <summary>Files made to fill the memory are refused in a bounded part of it, with a reason that can be said.</summary>
public sealed class HostileFileTests : IAsyncLifetime
{
    private const long Bounded = 64L * 1024 * 1024;
    private readonly ImportHouse _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task File_OfOneGibibyte_IsRefusedAndNotKept()
    {
        var content = new EndlessStream(1L << 30);

        Assert.Equal(ImportRefusal.TooLarge, await RefusalAsync(() => _house.Drafts.BringAsync(content, "big.csv", ImportHouse.Thandi, CancellationToken.None)));

        Assert.True(content.Given < Bounded, "The file was read on after it had become too large.");
        Assert.Empty(Directory.GetFiles(_house.Folder));
        Assert.Null(await _house.Drafts.FindAsync(ImportHouse.Thandi, CancellationToken.None));
    }

    [Theory]
    [InlineData("", "a")]
    [InlineData("", "a,")]
    [InlineData("", "\"\n\",")]
    [InlineData("\"", "a\n")]
    public async Task File_OfOneEndlessLine_IsRefusedInBoundedMemory(string start, string part)
    {
        var text = start + string.Concat(Enumerable.Repeat(part, 20 * 1024 * 1024 / part.Length));
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var refusal = await RefusalAsync(async () => await ReadAsync("reference,lat,lng\n" + text));

        Assert.Equal(ImportRefusal.LongLine, refusal);
        // the text itself and its bytes are this test's own
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, (text.Length * 6L) + Bounded);
    }

    [Fact]
    public async Task File_WithTenThousandColumns_IsRefused() =>
        Assert.Equal(ImportRefusal.ManyColumns, await RefusalAsync(() => ReadAsync(string.Join(',', Enumerable.Range(0, 10_000).Select(n => $"c{n}")) + "\n")));

    [Fact]
    public async Task File_WithInvalidUtf8_IsRefusedWithItsLine()
    {
        byte[] bytes = [.. "reference,lat,lng\na,1,2\nb,"u8, 0xC3, 0x28, .. ",2\n"u8];

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => ReadAsync(bytes));

        Assert.Equal(ImportRefusal.BadEncoding, refused.Refusal);
    }

    [Fact]
    public async Task File_WithNulBytes_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => ReadAsync("reference,lat,lng\na,1,\0\n"u8.ToArray()));

        Assert.Equal(ImportRefusal.NotText, refused.Refusal);
    }

    [Fact]
    public async Task File_WithMoreRowsThanAllowed_IsRefused()
    {
        var text = new StringBuilder("reference,lat,lng\n");
        for (var row = 0; row <= 200_000; row++)
            text.Append('r').Append(row).Append(",1,2\n");

        Assert.Equal(ImportRefusal.ManyRows, await RefusalAsync(() => ReadAsync(text.ToString())));
    }

    [Fact]
    public async Task File_WithAnEndlessField_IsRefused() =>
        Assert.Equal(ImportRefusal.LongField, await RefusalAsync(() => ReadAsync($"reference,lat,lng\n{new string('x', 9000)},1,2\n")));

    [Fact]
    public async Task File_ThatIsEmpty_IsRefused() => Assert.Equal(ImportRefusal.Empty, await RefusalAsync(() => ReadAsync("")));

    private static async Task<ImportRefusal> RefusalAsync(Func<Task> read) => (await Assert.ThrowsAsync<ImportRefusedException>(read)).Refusal;

    private Task<FileContents> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private async Task<FileContents> ReadAsync(byte[] bytes)
    {
        var draft = await _house.Drafts.BringAsync(new MemoryStream(bytes), null, ImportHouse.Thandi, CancellationToken.None);
        draft.Delimiter = ',';
        return await _house.Reader.ReadAsync(draft, ColumnMapping.Guess(["reference", "lat", "lng"]), CancellationToken.None);
    }

    private sealed class EndlessStream(long length) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var part = (int)Math.Min(count, length - Given);
            buffer.AsSpan(offset, part).Fill((byte)'a');
            Given += part;
            return part;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
