using System.Threading.Channels;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Import;

/// <summary>The uploaded files that wait to be processed.</summary>
internal sealed class ImportQueue
{
    private const int Capacity = 8;

    private readonly Channel<SiteUpload> _uploads = Channel.CreateBounded<SiteUpload>(Capacity);

    public ChannelReader<SiteUpload> Uploads => _uploads.Reader;

    public bool TryAdd(SiteUpload upload) => _uploads.Writer.TryWrite(upload);
}

/// <summary>An uploaded file; whoever takes it disposes of it, which also removes it from the disk.</summary>
internal sealed record SiteUpload(long Id, SourceState Source, FileStream File, Uri Callback, char Delimiter, string? Label) : IDisposable
{
    public void Dispose() => File.Dispose();
}
