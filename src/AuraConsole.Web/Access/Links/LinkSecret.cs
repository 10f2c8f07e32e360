using System.Buffers.Text;
using System.Security.Cryptography;

namespace AuraConsole.Web.Access.Links;

/// <summary>What a one-time link carries: 256 random bits. They are known by their hash alone.</summary>
internal static class LinkSecret
{
    private const int Length = 32;
    private const int TextLength = 43;

    public static (string Text, byte[] Hash) Create()
    {
        var secret = RandomNumberGenerator.GetBytes(Length);
        return (Base64Url.EncodeToString(secret), SHA256.HashData(secret));
    }

    /// <summary>Null when the text cannot be one of ours.</summary>
    public static byte[]? HashOf(string? text) =>
        text?.Length == TextLength && Base64Url.IsValid(text) ? SHA256.HashData(Base64Url.DecodeFromChars(text)) : null;
}
