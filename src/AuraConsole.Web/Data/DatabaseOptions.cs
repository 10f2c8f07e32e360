namespace AuraConsole.Web.Data;

/// <summary>Where the console's database is (<c>ConnectionStrings:Console</c>), with its path made absolute.</summary>
public sealed class DatabaseOptions
{
    public const string Key = "ConnectionStrings:Console";

    public string ConnectionString { get; set; } = "Data Source=data/console.db";
}
