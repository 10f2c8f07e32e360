using System.Text;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Sites.Importing.Reading;

/// <summary>Opens a file as text. Bytes that are not of its encoding are never replaced by question marks.</summary>
internal static class FileText
{
    private const int BufferSize = 32 * 1024;

    public static TextReader Open(Stream file, ImportEncoding encoding)
    {
        Span<byte> head = stackalloc byte[4];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return new BoundedText(new StreamReader(file, Decoding(head[..read], encoding), detectEncodingFromByteOrderMarks: false, BufferSize)
            .PastMark());
    }

    private static Encoding Decoding(ReadOnlySpan<byte> head, ImportEncoding encoding) => head switch
    {
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        _ when encoding == ImportEncoding.Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
    };

    private static StreamReader PastMark(this StreamReader text)
    {
        try
        {
            if (text.Peek() == '\uFEFF')
                text.Read();
        }
        catch (DecoderFallbackException)
        {
            // said with its line by whoever reads on
            text.BaseStream.Position = 0;
            text.DiscardBufferedData();
        }

        return text;
    }
}
