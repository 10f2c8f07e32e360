using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Data.Audit;

/// <summary>
/// Chains the records: a seal covers every field and the seal before. Whoever changes, removes or inserts a record has to make all later
/// seals anew.
/// </summary>
public static class AuditSeal
{
    /// <summary>Before the first record.</summary>
    public static byte[] Beginning => new byte[AuditRecord.SealLength];

    /// <summary>The seal that <paramref name="record"/> must have after one with the seal <paramref name="before"/>.</summary>
    public static byte[] Of(AuditRecord record, ReadOnlySpan<byte> before)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        Append(hash, record.Id);
        Append(hash, record.At.UtcTicks);
        Append(hash, record.ById);
        Append(hash, record.ByName);
        Append(hash, record.Kind);
        Append(hash, record.Subject);
        Append(hash, record.Detail);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    /// <summary>With its length in front, so that no two records are alike when run together; -1 is no text at all.</summary>
    private static void Append(IncrementalHash hash, string? text)
    {
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        Append(hash, text is null ? -1L : bytes.Length);
        hash.AppendData(bytes);
    }
}
