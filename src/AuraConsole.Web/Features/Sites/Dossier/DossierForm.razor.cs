using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Resources;
using AuraConsole.Web.SiteCare.Dossiers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AuraConsole.Web.Features.Sites.Dossier;

/// <summary>Edits a dossier. What was typed stays until it is saved.</summary>
public sealed partial class DossierForm
{
    private DossierInput _input = new();
    private Guid _version;
    private IReadOnlyList<string> _faults = [];
    private DossierView? _conflict;
    private string? _moved;
    private bool _isKept;
    private bool _isRunning;

    [Inject]
    private DossierDesk Desk { get; set; } = default!;

    [Inject]
    private ILogger<DossierForm> Logger { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>As it was when the form opened.</summary>
    [Parameter, EditorRequired]
    public DossierView Opened { get; set; } = default!;

    [Parameter]
    public EventCallback OnDone { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    protected override void OnInitialized() => (_input, _version) = (DossierInput.Of(Opened), Opened.Version);

    private static string NameOf(ContactInput contact, int index) =>
        string.IsNullOrWhiteSpace(contact.Name) ? Say.With(DossierText.Contact, index + 1) : contact.Name;

    private void Move(int index, int by)
    {
        if (index + by < 0 || index + by >= _input.Contacts.Count)
            return;
        var contact = _input.Contacts[index];
        _input.Contacts.RemoveAt(index);
        _input.Contacts.Insert(index + by, contact);
        _moved = Say.With(DossierText.Moved, NameOf(contact, index), index + by + 1);
    }

    private async Task SaveAsync()
    {
        if (_isRunning || _conflict is not null)
            return;
        var edit = _input.ToEdit();
        _faults = [.. DossierRules.Faults(edit)];
        if (_faults.Count > 0)
            return;
        _isRunning = true;
        DossierResult? result = null;
        try
        {
            // a browser that closes does not tear it off
            result = await Desk.SaveAsync(Opened.SiteId, _version, edit, (await Authentication).User, CancellationToken.None);
        }
        catch (Exception failure) when (failure is not UnauthorizedAccessException)
        {
            Log.NotSaved(Logger, Opened.SiteId, failure);
        }
        finally
        {
            _isRunning = false;
        }
        if (result?.IsDone == true)
            await OnDone.InvokeAsync();
        else if (result is { Now: { } now })
            (_conflict, _isKept) = (now, false);
        else
            _faults = [result is null ? DossierText.Failed : DossierText.Gone];
    }

    private void Take()
    {
        (_input, _version) = (DossierInput.Of(_conflict!), _conflict!.Version);
        _conflict = null;
    }

    private void Keep()
    {
        // what somebody removed meanwhile comes back as new, with a word typed again
        var (contacts, words) = (_conflict!.Contacts.Select(one => one.Id).ToHashSet(), _conflict.CodeWords.Select(one => one.Id).ToHashSet());
        var (typedContacts, typedWords) = (_input.Contacts.ToList(), _input.CodeWords.ToList());
        _input.Contacts.Clear();
        _input.Contacts.AddRange(typedContacts.Select(one => one.Id is { } id && !contacts.Contains(id)
            ? new ContactInput { Name = one.Name, Relation = one.Relation, Phone = one.Phone, Note = one.Note } : one));
        _input.CodeWords.Clear();
        _input.CodeWords.AddRange(typedWords.Select(one => one.Id is { } id && !words.Contains(id) ? new CodeWordInput { Label = one.Label, Word = one.Word } : one));
        (_version, _conflict, _isKept) = (_conflict.Version, null, true);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The dossier of site {SiteId} could not be saved")]
        public static partial void NotSaved(ILogger logger, int siteId, Exception failure);
    }
}
