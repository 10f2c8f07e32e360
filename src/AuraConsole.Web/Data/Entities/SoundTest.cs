namespace AuraConsole.Web.Data.Entities;

/// <summary>Somebody's answer to "did you hear it?" at one browser.</summary>
public sealed class SoundTest
{
    public const int NameLength = 200;
    public const int BrowserLength = 36;

    public int Id { get; set; }

    public required string UserId { get; set; }

    public required string UserName { get; set; }

    /// <summary>The browser's own random id; it tells browsers apart and says nothing about the person.</summary>
    public required string Browser { get; set; }

    public DateTimeOffset At { get; set; }

    public bool Heard { get; set; }
}
