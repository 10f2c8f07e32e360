namespace AuraConsole.Web.Features.Sites.Importing.Pages;

/// <summary>The steps as they are shown.</summary>
public enum ImportFace
{
    File,
    Columns,
    Faults,
    Differences,
    Apply,
    Result,
}
