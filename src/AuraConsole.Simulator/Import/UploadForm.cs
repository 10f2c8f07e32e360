using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AuraConsole.Simulator.Import;

/// <summary>
/// Reads an upload's parts as they arrive (/api-reference/fixed-locations/bulk-upload-fixed-locations). The file goes to a temporary file
/// that vanishes when it is closed, since the delimiter may come after it.
/// </summary>
internal sealed class UploadForm : IDisposable
{
    private const int PartLimit = 10;
    private const int TextLimit = 2_000;
    private const int Overhead = 64 * 1024;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    private UploadForm()
    {
    }

    public FileStream? File { get; private set; }

    public static async Task<(UploadForm? Form, Refusal? Refusal)> ReadAsync(
        HttpContext context, long limit, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
        {
            return (null, Refusal.Invalid("The body must be multipart/form-data"));
        }

        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = limit + Overhead;
        var form = new UploadForm();
        try
        {
            var refusal = await form.ReadPartsAsync(new MultipartReader(boundary, context.Request.Body), limit, cancellationToken);
            if (refusal is null) return (form, null);
            form.Dispose();
            return (null, refusal);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            form.Dispose();
            return (null, TooLarge());
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            form.Dispose();
            return (null, Refusal.Invalid("The body is not well-formed multipart/form-data"));
        }
        catch
        {
            form.Dispose();
            throw;
        }
    }

    public string? Text(string name) => _texts.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    /// <summary>Hands the file over to the caller.</summary>
    public FileStream TakeFile()
    {
        var file = File!;
        File = null;
        return file;
    }

    public void Dispose() => File?.Dispose();

    private static Refusal TooLarge() => new(StatusCodes.Status413PayloadTooLarge, "The file is too large");

    private static FileStream Temporary() => new(
        Path.Combine(Path.GetTempPath(), "aura-simulator-" + Path.GetRandomFileName()),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 64 * 1024,
        });

    private async Task<Refusal?> ReadPartsAsync(MultipartReader reader, long limit, CancellationToken cancellationToken)
    {
        for (var parts = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } part; parts++)
        {
            if (parts == PartLimit) return Refusal.Invalid("The form has too many parts");
            if (part.GetContentDispositionHeader() is not { } disposition) return Refusal.Invalid("A part has no name");
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (name == "locations")
            {
                if (File is not null) return Refusal.Invalid("locations must come once");
                File = Temporary();
                if (!await CopyAsync(part.Body, File, limit, cancellationToken)) return TooLarge();
            }
            else
            {
                using var text = new MemoryStream();
                if (!await CopyAsync(part.Body, text, TextLimit, cancellationToken))
                {
                    return Refusal.Invalid(string.Create(CultureInfo.InvariantCulture, $"A text is over {TextLimit} bytes"));
                }

                _texts[name] = Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
            }
        }

        return null;
    }

    private static async Task<bool> CopyAsync(Stream from, Stream to, long limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        long copied = 0;
        while (await from.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if ((copied += read) > limit) return false;
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return true;
    }
}
