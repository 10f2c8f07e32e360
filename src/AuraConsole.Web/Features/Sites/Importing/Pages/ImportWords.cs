using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Applying;
using AuraConsole.Web.Features.Sites.Importing.Diffing;
using AuraConsole.Web.Features.Sites.Importing.Mapping;
using AuraConsole.Web.Features.Sites.Importing.Reading;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Sites.Importing.Pages;

/// <summary>What import's states are called on the screen.</summary>
internal static class ImportWords
{
    private const double Kilometre = 1000;

    public static string File(ImportDraft draft) =>
        Say.With(ImportText.FileShown, draft.FileName ?? ImportText.Pasted, Math.Max(1, draft.Bytes / 1024));

    public static string Face(ImportFace face) => face switch
    {
        ImportFace.File => ImportText.StepFile,
        ImportFace.Columns => ImportText.StepColumns,
        ImportFace.Faults => ImportText.StepFaults,
        ImportFace.Differences => ImportText.StepDifferences,
        ImportFace.Apply => ImportText.StepApply,
        _ => ImportText.StepResult,
    };

    public static string Refusal(ImportRefusedException refused) => refused.Refusal switch
    {
        ImportRefusal.TooLarge => ImportText.RefusedTooLarge,
        ImportRefusal.Empty => ImportText.RefusedEmpty,
        ImportRefusal.NotText => Say.With(ImportText.RefusedNotText, refused.Line),
        ImportRefusal.BadEncoding => Say.With(ImportText.RefusedEncoding, refused.Line),
        ImportRefusal.LongLine => Say.With(ImportText.RefusedLongLine, refused.Line, BoundedText.LongestRecord),
        ImportRefusal.LongField => Say.With(ImportText.RefusedLongField, refused.Line, TableReader.LongestField),
        ImportRefusal.ManyColumns => Say.With(ImportText.RefusedManyColumns, TableReader.MostColumns),
        ImportRefusal.ManyRows => ImportText.RefusedManyRows,
        _ => ImportText.RefusedGone,
    };

    public static string? Answer(ImportAnswer answer) => answer switch
    {
        ImportAnswer.Done => null,
        ImportAnswer.OtherOpen => ImportText.AnswerOtherOpen,
        ImportAnswer.NotReady => ImportText.AnswerNotReady,
        ImportAnswer.NothingToDo => ImportText.AnswerNothingToDo,
        ImportAnswer.AuraAway => ImportText.AnswerAuraAway,
        ImportAnswer.NoAddress => ImportText.AnswerNoAddress,
        ImportAnswer.SamePerson => ImportText.AnswerSamePerson,
        ImportAnswer.WrongNumber => ImportText.AnswerWrongNumber,
        ImportAnswer.NoSnapshot => ImportText.AnswerNoSnapshot,
        _ => ImportText.AnswerMovedOn,
    };

    public static string Delimiter(char delimiter) => delimiter switch
    {
        ',' => ImportText.DelimiterComma,
        ';' => ImportText.DelimiterSemicolon,
        '\t' => ImportText.DelimiterTab,
        _ => ImportText.DelimiterBar,
    };

    public static string Member(ImportField member) => member switch
    {
        ImportField.Reference => ImportText.Reference,
        ImportField.Name => ImportText.Name,
        ImportField.Address => ImportText.Address,
        ImportField.Latitude => ImportText.Latitude,
        ImportField.Longitude => ImportText.Longitude,
        ImportField.Type => ImportText.Type,
        ImportField.Information => ImportText.Information,
        _ => ImportText.W3w,
    };

    public static string Kind(DiffKind kind) => kind switch
    {
        DiffKind.Added => ImportText.KindAdded,
        DiffKind.Changed => ImportText.KindChanged,
        DiffKind.Moved => ImportText.KindMoved,
        _ => ImportText.KindRemoved,
    };

    public static string Kind(ImportRowKind kind) => kind switch
    {
        ImportRowKind.Add => ImportText.KindAdd,
        ImportRowKind.Change => ImportText.KindChange,
        _ => ImportText.KindRemove,
    };

    public static string Shown(string? text) => string.IsNullOrEmpty(text) ? ImportText.Nothing : text;

    public static string Distance(double metres) => metres >= Kilometre
        ? Say.With(ImportText.Kilometres, metres / Kilometre)
        : Say.With(ImportText.Metres, metres);

    public static string Duration(TimeSpan left) => left.TotalHours >= 1
        ? left.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
        : left.ToString(@"m\:ss", CultureInfo.InvariantCulture);

    public static string Way(ImportRun run) =>
        run.Restores is not null ? ImportText.WayRestore : run.Way == ImportWay.Rest ? ImportText.WayRest : ImportText.WayFullSync;

    public static string State(ImportRun run) => run.State switch
    {
        ImportRunState.Preparing => ImportText.RunPreparing,
        ImportRunState.AwaitingApproval => ImportText.RunAwaitingApproval,
        ImportRunState.Running => ImportText.RunRunning,
        ImportRunState.Paused => ImportText.RunPaused,
        ImportRunState.Uploading => ImportText.RunUploading,
        ImportRunState.AwaitingCallback => ImportText.RunAwaitingCallback,
        ImportRunState.Reconciling => ImportText.RunReconciling,
        ImportRunState.Done => run.Way == ImportWay.Rest ? ImportText.RunAllDone : ImportText.RunDone,
        ImportRunState.Differs => run.Way == ImportWay.Rest ? ImportText.RunWithFailures : ImportText.RunDiffers,
        ImportRunState.Failed => ImportText.RunFailed,
        _ => ImportText.RunCancelled,
    };

    public static string? Note(ImportRun run) => run.Note switch
    {
        ImportNote.AuraAway => ImportText.NoteAuraAway,
        ImportNote.Unauthorised => ImportText.NoteUnauthorised,
        ImportNote.RemovalsChanged => Say.With(ImportText.NoteRemovalsChanged, run.Removals),
        ImportNote.Refused => ImportText.NoteRefused,
        ImportNote.UploadUnknown => ImportText.NoteUploadUnknown,
        ImportNote.NoCallback => ImportText.NoteNoCallback,
        ImportNote.FileLost => ImportText.NoteFileLost,
        ImportNote.Interrupted => ImportText.NoteInterrupted,
        _ => null,
    };

    public static string Callback(ImportRun run) => run.CallbackSucceeded switch
    {
        true => ImportText.CallbackGood,
        false => ImportText.CallbackBad,
        _ => ImportText.CallbackSilent,
    };

    /// <summary>The class of a notice.</summary>
    public static string Tone(ImportRun run) => run.State switch
    {
        ImportRunState.Done => "good",
        ImportRunState.Differs or ImportRunState.Failed => "bad",
        ImportRunState.AwaitingApproval or ImportRunState.Paused or ImportRunState.Cancelled => "warn",
        _ => "",
    };

    public static string State(ImportRowState state) => state switch
    {
        ImportRowState.Waiting => ImportText.RowWaiting,
        ImportRowState.Sending => ImportText.RowSending,
        ImportRowState.Done => ImportText.RowDone,
        ImportRowState.FoundDone => ImportText.RowFoundDone,
        ImportRowState.Refused => ImportText.RowRefused,
        ImportRowState.ChangedMeanwhile => ImportText.RowChangedMeanwhile,
        ImportRowState.Cancelled => ImportText.RowCancelled,
        _ => ImportText.RowDiffers,
    };

    public static string? Tone(ImportRowState state) => state switch
    {
        ImportRowState.Done or ImportRowState.FoundDone => "good",
        ImportRowState.Refused or ImportRowState.Differs => "bad",
        ImportRowState.ChangedMeanwhile => "warn",
        _ => null,
    };
}
