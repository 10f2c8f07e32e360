using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using AuraConsole.Web.Features.Sites.Importing.Reading;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Sites.Importing;

/// <summary>The file each admin is working on: one, kept here, so that a page loaded anew goes on where it was.</summary>
/// <exception cref="UnauthorizedAccessException">From every method: the user is no admin.</exception>
public sealed class ImportDrafts(
    IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, ImportFiles files, ImportReader reader, TimeProvider time)
{
    /// <summary>Most admins with a file at a time; the oldest file goes.</summary>
    public const int Most = 20;

    /// <summary>Most headers that are remembered; the one unused for longest goes.</summary>
    public const int MostProfiles = 200;

    public async Task<ImportDraft?> FindAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ImportDrafts.AsNoTracking().FirstOrDefaultAsync(draft => draft.UserId == by.Id, cancellationToken);
    }

    /// <summary>Keeps a file in place of the one before.</summary>
    /// <exception cref="ImportRefusedException">It cannot be taken; the one before stays.</exception>
    public async Task<ImportDraft> BringAsync(Stream content, string? fileName, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        var (file, bytes) = await files.KeepAsync(content, cancellationToken);
        var draft = new ImportDraft
        {
            UserId = by.Id,
            FileId = file,
            FileName = Text.Cut(fileName is null ? null : Path.GetFileName(fileName), ImportDraft.FileNameLength),
            Bytes = bytes,
            Delimiter = ',',
            UpdatedAt = time.GetUtcNow(),
        };
        try
        {
            draft.Delimiter = reader.DetectDelimiter(file, draft.Encoding);
        }
        catch (ImportRefusedException refused) when (refused.Refusal == ImportRefusal.BadEncoding)
        {
            // not refused yet: the admin may say that it is Windows-1252
        }
        catch
        {
            files.Delete(file);
            throw;
        }

        await ReplaceAsync(draft, cancellationToken);
        return draft;
    }

    /// <summary>Another encoding or delimiter: the columns are looked at anew.</summary>
    public Task<ImportDraft?> ReadAsAsync(ImportEncoding encoding, char delimiter, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        ChangeAsync(user, draft => (draft.Encoding, draft.Delimiter, draft.Mapping, draft.Step) = (encoding, delimiter, null, ImportStep.Columns), cancellationToken);

    public Task<ImportDraft?> GoAsync(ImportStep step, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        ChangeAsync(user, draft => draft.Step = step, cancellationToken);

    /// <summary>The columns as the admin sees them now; remembered for files with the same header.</summary>
    public async Task<ImportDraft?> MapAsync(
        IReadOnlyList<string> header, ColumnMapping mapping, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var draft = await ChangeAsync(
            user, draft => (draft.Mapping, draft.Step) = (mapping.Write(), ImportStep.Faults), cancellationToken);
        var signature = ColumnMapping.Signature(header);
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var profile = await db.ImportProfiles.FirstOrDefaultAsync(profile => profile.Signature == signature, cancellationToken);
        if (profile is null)
            db.ImportProfiles.Add(profile = new ImportProfile { Signature = signature, Mapping = "" });
        (profile.Mapping, profile.UsedAt) = (mapping.Write(), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        var old = await db.ImportProfiles.OrderByDescending(static profile => profile.UsedAt).Skip(MostProfiles).ToListAsync(cancellationToken);
        db.ImportProfiles.RemoveRange(old);
        await db.SaveChangesAsync(cancellationToken);
        return draft;
    }

    /// <summary>The draft's own mapping, or the one remembered for this header, or what the header's words say.</summary>
    public async Task<(ColumnMapping Mapping, bool IsRemembered)> MappingAsync(
        ImportDraft draft, IReadOnlyList<string> header, CancellationToken cancellationToken)
    {
        if (ColumnMapping.Parse(draft.Mapping, header.Count) is { } chosen)
            return (chosen, false);
        var signature = ColumnMapping.Signature(header);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var profile = await db.ImportProfiles.AsNoTracking().FirstOrDefaultAsync(one => one.Signature == signature, cancellationToken);
        return ColumnMapping.Parse(profile?.Mapping, header.Count) is { } remembered ? (remembered, true) : (ColumnMapping.Guess(header), false);
    }

    public async Task DiscardAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ImportDrafts.FirstOrDefaultAsync(draft => draft.UserId == by.Id, cancellationToken) is not { } draft)
            return;
        db.ImportDrafts.Remove(draft);
        await db.SaveChangesAsync(cancellationToken);
        files.Delete(draft.FileId);
    }

    private async Task<ImportDraft?> ChangeAsync(ClaimsPrincipal user, Action<ImportDraft> change, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ImportDrafts.FirstOrDefaultAsync(draft => draft.UserId == by.Id, cancellationToken) is not { } draft)
            return null;
        change(draft);
        draft.UpdatedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return draft;
    }

    private async Task ReplaceAsync(ImportDraft draft, CancellationToken cancellationToken)
    {
        List<ImportDraft> gone;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            gone = await db.ImportDrafts.Where(old => old.UserId == draft.UserId).ToListAsync(cancellationToken);
            gone.AddRange(await db.ImportDrafts.Where(old => old.UserId != draft.UserId)
                .OrderByDescending(static old => old.UpdatedAt).Skip(Most - 1).ToListAsync(cancellationToken));
            db.ImportDrafts.RemoveRange(gone);
            await db.SaveChangesAsync(cancellationToken);
            db.ImportDrafts.Add(draft);
            await db.SaveChangesAsync(cancellationToken);
        }

        gone.ForEach(old => files.Delete(old.FileId));
    }
}
