namespace AuraConsole.Web.Features.Upkeep.Backup;

/// <summary>No copy of the database was made.</summary>
public sealed class BackupException(string message, Exception inner) : Exception(message, inner);
