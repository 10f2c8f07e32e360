namespace AuraConsole.Web.Data.Entities;

/// <summary>What somebody typed and has not sent. One for each form; a safe code is never among it.</summary>
public sealed class Draft
{
    public const int UserIdLength = 100;
    public const int KeyLength = 100;

    /// <summary>Most bytes of <see cref="Body"/>.</summary>
    public const int MostBytes = 8 * 1024;

    public required string UserId { get; set; }

    /// <summary>The form, such as <c>note:100234</c>.</summary>
    public required string Key { get; set; }

    public required string Body { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
