namespace AuraConsole.Web.Data.Entities;

/// <summary>One thing that one person has set for themselves.</summary>
public sealed class UserPreference
{
    public const int UserIdLength = 450;
    public const int KeyLength = 60;
    public const int ValueLength = 500;

    public required string UserId { get; set; }

    public required string Key { get; set; }

    public required string Value { get; set; }
}
