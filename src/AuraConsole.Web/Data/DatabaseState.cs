namespace AuraConsole.Web.Data;

/// <summary>Whether the migrations are through; asked by the readiness check.</summary>
public sealed class DatabaseState
{
    private volatile bool _isMigrated;

    public bool IsMigrated => _isMigrated;

    public void MarkMigrated() => _isMigrated = true;
}
