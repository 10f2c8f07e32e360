using System.Net.Mail;
using System.Text;
using AuraConsole.Simulator.Import;
using AuraConsole.Simulator.State;
using Microsoft.Net.Http.Headers;

namespace AuraConsole.Simulator.Api;

/// <summary>Site files (/property-protect/bulk-csv-import). An upload is the whole portfolio: what is missing is deleted.</summary>
internal static class SiteFilesApi
{
    public static void MapSiteFiles(this IEndpointRouteBuilder files)
    {
        files.MapPost("/predefinedlocations/upload", UploadAsync);
        files.MapGet("/predefinedlocations/download", Download);
    }

    private static async Task<IResult> UploadAsync(
        HttpContext context, ImportQueue queue, SimulatorState state, SimulatorOptions options, CancellationToken cancellationToken)
    {
        var (form, refusal) = await UploadForm.ReadAsync(context, options.UploadLimitBytes, cancellationToken);
        if (form is null) return Answers.Refused(refusal!);
        using (form)
        {
            if (form.File is null) return Answers.Invalid("locations is required");
            if (SafeUrl.Read(form.Text("callbackUrl")) is not { } callback) return Answers.Invalid("callbackUrl must be an https address");
            if (form.Text("userEmail") is { } email && !MailAddress.TryCreate(email, out _))
            {
                return Answers.Invalid("userEmail must be an email address");
            }

            if (Delimiter(form.Text("delimiter")) is not { } delimiter) return Answers.Invalid("delimiter must be a single sign");
            var upload = new SiteUpload(
                state.Ids.Next(), context.Source(), form.TakeFile(), callback, delimiter, form.Text("source"));
            if (queue.TryAdd(upload)) return Answers.Message(StatusCodes.Status202Accepted, "The file will be processed");
            upload.Dispose();
            return Answers.Message(StatusCodes.Status429TooManyRequests, "Too many files wait to be processed");
        }
    }

    private static IResult Download(HttpContext context)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', SiteColumns.All.Select(static column => column.Name)).Append("\r\n");
        foreach (var site in context.Source().Sites)
        {
            text.AppendJoin(',', SiteColumns.All.Select(column => Quoted(column.Value(site) ?? ""))).Append("\r\n");
        }

        context.Response.Headers[HeaderNames.ContentDisposition] = "attachment; filename=predefinedlocations.csv";
        return Results.Text(text.ToString(), "text/csv", Encoding.UTF8);
    }

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\r\n") || text.AsSpan().Trim().Length != text.Length
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;

    private static char? Delimiter(string? text) => text switch
    {
        null => ',',
        "\\t" => '\t',
        { Length: 1 } when text[0] is not ('"' or '\r' or '\n') => text[0],
        _ => null,
    };
}
