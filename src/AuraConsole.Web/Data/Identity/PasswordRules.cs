namespace AuraConsole.Web.Data.Identity;

public static class PasswordRules
{
    public const int Least = 12;

    /// <summary>Hashing costs by length; nobody types more.</summary>
    public const int Most = 128;
}
