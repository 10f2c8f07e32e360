using System.Text.Json;

namespace AuraConsole.Integration.Http;

/// <summary>A 2xx answer.</summary>
/// <param name="Status">285 stands inside the 2xx range and means "closed" (errors and status codes page).</param>
/// <param name="IsEmpty">Nothing but white space came.</param>
/// <param name="Json">Null when it is not JSON; lives only while the answer is being read.</param>
/// <param name="Body">The bytes as they came.</param>
internal readonly record struct AuraAnswer(int Status, bool IsEmpty, JsonElement? Json, byte[] Body)
{
    public const int Closed = 285;

    /// <summary>Enough for a call whose answer holds nothing to keep.</summary>
    public bool IsDone => IsEmpty || Json?.ValueKind == JsonValueKind.Object;
}
