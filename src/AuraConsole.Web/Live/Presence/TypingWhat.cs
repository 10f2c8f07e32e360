namespace AuraConsole.Web.Live.Presence;

/// <summary>What somebody is typing.</summary>
public enum TypingWhat
{
    Nothing,
    Note,
    Message,
}
