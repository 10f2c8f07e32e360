using System.Text.Json;

namespace AuraConsole.Simulator.Api;

/// <summary>A request's body as a JSON object, or the answer that refuses it.</summary>
internal sealed record RequestBody(Members Members, IResult? Refusal)
{
    /// <summary>Bodies above this are refused with 413.</summary>
    public const int MaxBytes = 256 * 1024;

    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement.Clone();

    public static async Task<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken, bool optional = false)
    {
        try
        {
            using var buffer = new MemoryStream();
            await request.Body.CopyToAsync(buffer, cancellationToken);
            if (buffer.Length == 0) return optional ? Of(Empty) : Refused(Answers.Invalid("A JSON body is required"));

            using var document = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Of(document.RootElement.Clone())
                : Refused(Answers.Invalid("The body must be a JSON object"));
        }
        catch (JsonException)
        {
            return Refused(Answers.Invalid("The body is not JSON"));
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refused(Answers.Message(StatusCodes.Status413PayloadTooLarge, "The body is too large"));
        }
    }

    private static RequestBody Of(JsonElement root) => new(new Members(root), null);

    private static RequestBody Refused(IResult refusal) => new(new Members(Empty), refusal);
}
