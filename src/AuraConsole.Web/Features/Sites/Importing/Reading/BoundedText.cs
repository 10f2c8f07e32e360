using System.Text;

namespace AuraConsole.Web.Features.Sites.Importing.Reading;

/// <summary>Text of a file on its way to the CSV reader, refused before an endless record or what is no text can fill the memory.</summary>
internal sealed class BoundedText(TextReader text) : TextReader
{
    /// <summary>Longest record: line breaks within quotes belong to it.</summary>
    public const int LongestRecord = 64 * 1024;

    private int _line = 1;
    private int _length;
    private bool _isQuoted;

    public override int Peek() => Guarded(text.Peek);

    public override int Read()
    {
        var next = Guarded(text.Read);
        if (next >= 0)
            Check((char)next);
        return next;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        int read;
        try
        {
            read = text.Read(buffer);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new ImportRefusedException(ImportRefusal.BadEncoding, _line, wrong);
        }

        foreach (var sign in buffer[..read])
            Check(sign);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            text.Dispose();
        base.Dispose(disposing);
    }

    private int Guarded(Func<int> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException wrong)
        {
            throw new ImportRefusedException(ImportRefusal.BadEncoding, _line, wrong);
        }
    }

    private void Check(char sign)
    {
        switch (sign)
        {
            case '\0':
                throw new ImportRefusedException(ImportRefusal.NotText, _line);
            case '"':
                _isQuoted = !_isQuoted;
                break;
            case '\n':
                _line++;
                if (!_isQuoted)
                    _length = 0;
                break;
            case '\r' when !_isQuoted:
                _length = 0;
                break;
        }

        if (++_length > LongestRecord)
            throw new ImportRefusedException(ImportRefusal.LongLine, _line);
    }
}
