using System.Text;

namespace AuraConsole.Web.Access.Factors;

/// <summary>
/// Draws a text as a QR code (ISO/IEC 18004: bytes, correction level M, versions 1 to 10), so that no key has to leave for somebody
/// else's drawing service. One fixed mask: readers take any.
/// </summary>
internal sealed class QrCode
{
    private const int Highest = 10;
    private readonly bool[,] _dark;
    private readonly bool[,] _isFixed;
    private readonly int _version;

    private QrCode(int version, byte[] data)
    {
        (_version, Size) = (version, 17 + (4 * version));
        (_dark, _isFixed) = (new bool[Size, Size], new bool[Size, Size]);
        DrawPatterns();
        DrawData(QrBlocks.Interleaved(version, data));
    }

    public int Size { get; }

    public bool this[int x, int y] => _dark[x, y];

    /// <summary>Null when the text is too long for it.</summary>
    public static QrCode? Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var version = 1; version <= Highest; version++)
        {
            if (QrBlocks.Padded(version, bytes) is { } data)
                return new QrCode(version, data);
        }
        return null;
    }

    /// <summary>As the path of an SVG whose unit is one module, with the quiet zone of four.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                if (_dark[x, y])
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x + 4} {y + 4}h1v1h-1z");
            }
        }
        return path.ToString();
    }

    private static bool Bit(int value, int at) => ((value >> at) & 1) == 1;

    private void Fix(int x, int y, bool isDark) => (_dark[x, y], _isFixed[x, y]) = (isDark, true);

    private void DrawPatterns()
    {
        for (var i = 0; i < Size; i++)
        {
            Fix(6, i, i % 2 == 0);
            Fix(i, 6, i % 2 == 0);
        }
        DrawFinder(3, 3);
        DrawFinder(Size - 4, 3);
        DrawFinder(3, Size - 4);
        var places = AlignmentPlaces();
        for (var i = 0; i < places.Length; i++)
        {
            for (var j = 0; j < places.Length; j++)
            {
                var isFinder = (i == 0 && j == 0) || (i == 0 && j == places.Length - 1) || (i == places.Length - 1 && j == 0);
                if (!isFinder)
                    DrawAlignment(places[i], places[j]);
            }
        }
        DrawFormat();
        DrawVersion();
    }

    private void DrawFinder(int x, int y)
    {
        for (var dy = -4; dy <= 4; dy++)
        {
            for (var dx = -4; dx <= 4; dx++)
            {
                var (ring, atX, atY) = (Math.Max(Math.Abs(dx), Math.Abs(dy)), x + dx, y + dy);
                if (atX >= 0 && atX < Size && atY >= 0 && atY < Size)
                    Fix(atX, atY, ring is not 2 and not 4);
            }
        }
    }

    private void DrawAlignment(int x, int y)
    {
        for (var dy = -2; dy <= 2; dy++)
        {
            for (var dx = -2; dx <= 2; dx++)
                Fix(x + dx, y + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)) != 1);
        }
    }

    private int[] AlignmentPlaces()
    {
        if (_version == 1)
            return [];
        var count = (_version / 7) + 2;
        var step = ((_version * 4) + (count * 2) + 1) / ((count * 2) - 2) * 2;
        var places = new int[count];
        places[0] = 6;
        for (var i = 1; i < count; i++)
            places[i] = Size - 7 - ((count - 1 - i) * step);
        return places;
    }

    // correction level M is 00, the mask 000: only the check bits are left
    private void DrawFormat()
    {
        const int bits = 0x5412;
        for (var i = 0; i <= 5; i++)
            Fix(8, i, Bit(bits, i));
        Fix(8, 7, Bit(bits, 6));
        Fix(8, 8, Bit(bits, 7));
        Fix(7, 8, Bit(bits, 8));
        for (var i = 9; i < 15; i++)
            Fix(14 - i, 8, Bit(bits, i));
        for (var i = 0; i < 8; i++)
            Fix(Size - 1 - i, 8, Bit(bits, i));
        for (var i = 8; i < 15; i++)
            Fix(8, Size - 15 + i, Bit(bits, i));
        Fix(8, Size - 8, true);
    }

    private void DrawVersion()
    {
        if (_version < 7)
            return;
        var rest = _version;
        for (var i = 0; i < 12; i++)
            rest = (rest << 1) ^ ((rest >> 11) * 0x1F25);
        var bits = (_version << 12) | rest;
        for (var i = 0; i < 18; i++)
        {
            var (a, b) = (Size - 11 + (i % 3), i / 3);
            Fix(a, b, Bit(bits, i));
            Fix(b, a, Bit(bits, i));
        }
    }

    private void DrawData(byte[] words)
    {
        var next = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            // the column of the timing pattern holds nothing else
            if (right == 6)
                right = 5;
            for (var down = 0; down < Size; down++)
            {
                for (var side = 0; side < 2; side++)
                {
                    var x = right - side;
                    var y = ((right + 1) & 2) == 0 ? Size - 1 - down : down;
                    if (_isFixed[x, y])
                        continue;
                    var isDark = next < words.Length * 8 && Bit(words[next >> 3], 7 - (next & 7));
                    next++;
                    _dark[x, y] = isDark ^ ((x + y) % 2 == 0);
                }
            }
        }
    }
}
