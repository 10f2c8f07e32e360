using System.Globalization;
using System.Security.Cryptography;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Applying;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Importing.FullSync;

/// <summary>Takes in what AURA says of an upload, once.</summary>
public sealed class ImportCallbacks(ImportLedger ledger, TimeProvider time)
{
    /// <summary>Whether the secret is this run's. An unknown run and a wrong secret are alike to whoever asks.</summary>
    public async Task<bool> OpensAsync(Guid runId, string? secret, CancellationToken cancellationToken)
    {
        var kept = await ledger.ReadAsync(
            db => db.ImportRuns.AsNoTracking().Where(run => run.Id == runId).Select(static run => run.CallbackHash).FirstOrDefaultAsync(cancellationToken),
            cancellationToken);
        // compared also when there is none, so that the time tells nothing
        return CryptographicOperations.FixedTimeEquals(CallbackAddress.Hash(secret), kept ?? new byte[ImportRun.HashLength]) && kept is not null;
    }

    /// <summary>A second one is answered like the first and changes nothing; one after the end is kept, and an admin may compare again.</summary>
    public async Task TakeAsync(Guid runId, CsvCallback told)
    {
        var taken = await ledger.ChangeAsync(runId, run =>
        {
            if (run.CallbackAt is not null)
                return false;
            (run.CallbackAt, run.CallbackSucceeded, run.AuraMessage) = (time.GetUtcNow(), told.Succeeded, Text.Cut(Sentence(told), ImportRun.NoteLength));
            return true;
        });
        if (taken is not null && told.Errors.Count > 0)
            await ledger.NameAsync(runId, ImportRowState.Refused, [.. told.Errors.Select(Row)]);
    }

    private static string Sentence(CsvCallback told)
    {
        var counts = string.Join(", ", new[]
        {
            Count("created", told.Created), Count("updated", told.Updated), Count("unchanged", told.Unchanged), Count("deleted", told.Deleted),
            Count("failed", told.Failed),
        }.OfType<string>());
        return string.Join(" · ", new[] { told.Message, counts }.Where(static part => !string.IsNullOrWhiteSpace(part)));
    }

    private static string? Count(string word, int? count) => count is null ? null : string.Create(CultureInfo.InvariantCulture, $"{word} {count}");

    private ImportRunRow Row(CsvRowError error) => new()
    {
        Line = error.Row,
        Kind = ImportRowKind.Change,
        Reference = Text.Cut(error.Reference, Site.ReferenceLength) ?? "",
        Note = Text.Cut(error.Message, ImportRunRow.NoteLength),
        At = time.GetUtcNow(),
    };
}
