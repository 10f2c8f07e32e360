namespace AuraConsole.Web.Features.Sites.Importing.Reading;

/// <summary>Why a file as a whole cannot be read.</summary>
public enum ImportRefusal
{
    TooLarge,
    Empty,
    NotText,
    BadEncoding,
    LongLine,
    LongField,
    ManyColumns,
    ManyRows,
    Gone,
}

/// <summary>The file as a whole cannot be read.</summary>
public sealed class ImportRefusedException(ImportRefusal refusal, int line = 0, Exception? inner = null)
    : Exception($"The file was refused: {refusal}.", inner)
{
    public ImportRefusal Refusal => refusal;

    /// <summary>Where, from 1; 0 when it concerns no line.</summary>
    public int Line => line;
}
