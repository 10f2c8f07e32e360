using System.Security.Claims;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Reading;
using AuraConsole.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace AuraConsole.Web.Features.Sites.Importing.Pages;

/// <summary>Takes a file, or pasted text.</summary>
public sealed partial class FileStep : IDisposable
{
    private readonly CancellationTokenSource _cts = new();
    private ElementReference _paste;
    private bool _isBusy;

    [Inject]
    private ImportDrafts Drafts { get; set; } = default!;

    [Inject]
    private IOptions<ImportOptions> Options { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Parameter, EditorRequired]
    public EventCallback<ImportDraft> OnBrought { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string?> OnSay { get; set; }

    public void Dispose()
    {
        _cts.Cancel();
        _cts.Dispose();
    }

    // the browser's word for the size is not trusted: what arrives is counted
    private Task UploadAsync(InputFileChangeEventArgs change) => BringAsync(
        change.File.Name, _ => ValueTask.FromResult(change.File.OpenReadStream(Options.Value.MaxBytes, _cts.Token)), change.File.Size);

    private Task PasteAsync() => BringAsync(null, async size =>
    {
        // as a stream: what is pasted may be longer than one message of the circuit
        var module = await Script.InvokeAsync<IJSObjectReference>("import", _cts.Token, "./js/import.js");
        var text = await module.InvokeAsync<IJSStreamReference>("text", _cts.Token, _paste);
        if (text.Length > Options.Value.MaxBytes)
            throw new ImportRefusedException(ImportRefusal.TooLarge);
        return await text.OpenReadStreamAsync(Options.Value.MaxBytes, _cts.Token);
    }, 1);

    private async Task BringAsync(string? name, Func<long, ValueTask<Stream>> open, long size)
    {
        if (_isBusy)
            return;
        _isBusy = true;
        try
        {
            await OnSay.InvokeAsync(null);
            if (size > Options.Value.MaxBytes)
                throw new ImportRefusedException(ImportRefusal.TooLarge);
            ClaimsPrincipal user = (await Authentication).User;
            await using var content = await open(size);
            await OnBrought.InvokeAsync(await Drafts.BringAsync(content, name, user, _cts.Token));
        }
        catch (ImportRefusedException refused)
        {
            await OnSay.InvokeAsync(ImportWords.Refusal(refused));
        }
        catch (IOException)
        {
            // more came than the browser had said, or it went away in the middle
            await OnSay.InvokeAsync(ImportText.UploadBroken);
        }
        catch (OperationCanceledException) when (_cts.IsCancellationRequested)
        {
            // the page is gone
        }
        finally
        {
            _isBusy = false;
        }
    }
}
