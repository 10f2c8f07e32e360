namespace AuraConsole.Web.Webhooks;

/// <summary>A delivery could not be stored; its sender must not be told that it was.</summary>
internal sealed class InboxUnavailableException(string message) : Exception(message);
