namespace AuraConsole.Web.Live.Together;

/// <summary>What somebody is typing.</summary>
public enum TypingWhat
{
    Nothing,
    Note,
    Message,
}
