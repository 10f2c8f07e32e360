namespace AuraConsole.Web.Access.Factors;

/// <summary>The spelling of keys that people type into an authenticator app (RFC 4648, without padding).</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerSign = 5;

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new List<char>();
        var (held, bits) = (0, 0);
        foreach (var one in bytes)
        {
            (held, bits) = ((held << 8) | one, bits + 8);
            while (bits >= BitsPerSign)
            {
                bits -= BitsPerSign;
                text.Add(Alphabet[(held >> bits) & 31]);
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0)
            text.Add(Alphabet[(held << (BitsPerSign - bits)) & 31]);
        return new string([.. text]);
    }

    /// <summary>Null when a sign is none of the alphabet.</summary>
    public static byte[]? Read(string text)
    {
        var bytes = new List<byte>();
        var (held, bits) = (0, 0);
        foreach (var sign in text)
        {
            var value = Alphabet.IndexOf(char.ToUpperInvariant(sign), StringComparison.Ordinal);
            if (value < 0)
                return null;
            (held, bits) = ((held << BitsPerSign) | value, bits + BitsPerSign);
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
            held &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
