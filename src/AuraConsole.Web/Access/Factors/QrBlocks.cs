namespace AuraConsole.Web.Access.Factors;

/// <summary>The words of a QR code: the data padded to what its version holds, and Reed-Solomon's correction words between.</summary>
internal static class QrBlocks
{
    private const int ByteMode = 4;

    // correction level M, by version from 1
    private static readonly int[] CorrectionWords = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
    private static readonly int[] Blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];

    /// <summary>Null when the bytes do not fit.</summary>
    public static byte[]? Padded(int version, byte[] bytes)
    {
        var room = (AllWords(version) - (CorrectionWords[version - 1] * Blocks[version - 1])) * 8;
        var countBits = version < 10 ? 8 : 16;
        if (4 + countBits + (bytes.Length * 8) > room)
            return null;
        var bits = new List<bool>(room);
        Add(bits, ByteMode, 4);
        Add(bits, bytes.Length, countBits);
        foreach (var one in bytes)
            Add(bits, one, 8);
        Add(bits, 0, Math.Min(4, room - bits.Count));
        Add(bits, 0, (8 - (bits.Count % 8)) % 8);
        for (var pad = 0xEC; bits.Count < room; pad ^= 0xEC ^ 0x11)
            Add(bits, pad, 8);
        return [.. bits.Chunk(8).Select(static eight => (byte)eight.Aggregate(0, static (word, bit) => (word << 1) | (bit ? 1 : 0)))];
    }

    /// <summary>In the order in which they are drawn.</summary>
    public static byte[] Interleaved(int version, byte[] data)
    {
        var (blocks, correction, all) = (Blocks[version - 1], CorrectionWords[version - 1], AllWords(version));
        var (shorter, length) = (blocks - (all % blocks), (all / blocks) - correction);
        var divisor = Divisor(correction);
        var parts = new List<(byte[] Data, byte[] Correction)>();
        for (var (block, start) = (0, 0); block < blocks; block++)
        {
            var part = data[start..(start + length + (block < shorter ? 0 : 1))];
            start += part.Length;
            parts.Add((part, Remainder(part, divisor)));
        }
        var drawn = new List<byte>(all);
        for (var i = 0; i <= length; i++)
            drawn.AddRange(parts.Where(part => i < part.Data.Length).Select(part => part.Data[i]));
        for (var i = 0; i < correction; i++)
            drawn.AddRange(parts.Select(part => part.Correction[i]));
        return [.. drawn];
    }

    private static int AllWords(int version)
    {
        var modules = (((16 * version) + 128) * version) + 64;
        if (version >= 2)
        {
            var places = (version / 7) + 2;
            modules -= (((25 * places) - 10) * places) - 55;
        }
        return (version >= 7 ? modules - 36 : modules) / 8;
    }

    private static void Add(List<bool> bits, int value, int count)
    {
        for (var at = count - 1; at >= 0; at--)
            bits.Add(((value >> at) & 1) == 1);
    }

    private static byte[] Divisor(int degree)
    {
        var divisor = new byte[degree];
        divisor[^1] = 1;
        var root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
                divisor[j] = (byte)(Product(divisor[j], root) ^ (j + 1 < degree ? divisor[j + 1] : 0));
            root = Product(root, 2);
        }
        return divisor;
    }

    private static byte[] Remainder(byte[] data, byte[] divisor)
    {
        var rest = new byte[divisor.Length];
        foreach (var one in data)
        {
            var factor = one ^ rest[0];
            Array.Copy(rest, 1, rest, 0, rest.Length - 1);
            rest[^1] = 0;
            for (var i = 0; i < rest.Length; i++)
                rest[i] ^= (byte)Product(divisor[i], factor);
        }
        return rest;
    }

    // in GF(256) over 0x11D
    private static int Product(int a, int b)
    {
        var product = 0;
        for (var at = 7; at >= 0; at--)
            product = (product << 1) ^ ((product >> 7) * 0x11D) ^ (((b >> at) & 1) * a);
        return product;
    }
}
