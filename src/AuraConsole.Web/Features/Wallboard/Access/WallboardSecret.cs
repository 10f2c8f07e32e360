using System.Buffers.Text;
using System.Security.Cryptography;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Wallboard.Access;

/// <summary>What the link to a wallboard carries: which token, and 256 random bits that prove it.</summary>
internal sealed class WallboardSecret
{
    private const int IdLength = 16;
    private const int SecretLength = 32;
    private const int TextLength = (IdLength + SecretLength) / 3 * 4;

    private readonly byte[] _secret;

    private WallboardSecret(Guid id, byte[] secret) => (Id, _secret) = (id, secret);

    public Guid Id { get; }

    public string Text => Base64Url.EncodeToString([.. Id.ToByteArray(), .. _secret]);

    public byte[] Hash => SHA256.HashData(_secret);

    public static WallboardSecret Create() => new(Guid.NewGuid(), RandomNumberGenerator.GetBytes(SecretLength));

    /// <summary>Null when the text cannot be one of ours.</summary>
    public static WallboardSecret? Read(string? text)
    {
        if (text?.Length != TextLength || !Base64Url.IsValid(text))
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        return new WallboardSecret(new Guid(bytes.AsSpan(0, IdLength)), bytes[IdLength..]);
    }

    /// <summary>Takes the same time wherever the two differ.</summary>
    public bool Opens(WallboardToken token) => token.RevokedAt is null && CryptographicOperations.FixedTimeEquals(Hash, token.Hash);
}
